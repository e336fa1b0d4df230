import * as m from '../../paraglide/messages.js';
import type { HalfDay } from './slot.ts';

/** "Morning" or "Afternoon". */
export const halfName = (half: 1 | 2): string =>
  half === 1 ? m.training_timetable_morning() : m.training_timetable_afternoon();

/** "Day 2, morning". */
export const halfDayName = ({ day, half }: HalfDay): string =>
  half === 1 ? m.training_timetable_day_morning({ day }) : m.training_timetable_day_afternoon({ day });
