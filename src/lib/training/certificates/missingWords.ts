import * as m from '../../paraglide/messages.js';
import { halfDayName } from '../timetable/halfName.ts';
import type { HalfDay } from '../timetable/slot.ts';

/** Half days in words, in their order, a day once where both halves are meant: "Day 1 · Day 3, afternoon". */
export function missingInWords(missing: readonly HalfDay[]): string {
  const isWhole = (day: number) => missing.filter((one) => one.day === day).length === 2;
  return missing
    .filter(({ day, half }) => half === 1 || !isWhole(day))
    .map((one) => (isWhole(one.day) ? m.training_certificates_missing_whole_day({ day: one.day }) : halfDayName(one)))
    .join(' · ');
}
