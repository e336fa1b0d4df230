import type { Curriculum, Entry, Session } from '../curriculum/schema.ts';
import type { TrainingDay } from './training.ts';

/** A session or break where it stands in the timetable. `subject` is null in a break. */
export interface Slot {
  day: number;
  half: 1 | 2;
  position: number;
  sessionKey: string | null;
  title: string;
  subject: string | null;
  format: string;
  minutes: number;
  trainers: string;
}

const slotOf = (entry: Entry): Omit<Slot, 'day' | 'half' | 'position'> =>
  entry.format === 'break'
    ? { sessionKey: null, title: entry.title, subject: null, format: 'break', minutes: entry.minutes, trainers: '' }
    : {
        sessionKey: entry.key,
        title: entry.title,
        subject: entry.subject,
        format: entry.format,
        minutes: entry.minutes,
        trainers: entry.trainers
      };

const standing = (day: number, halves: readonly (readonly Entry[])[]): Slot[] =>
  halves.flatMap((half, at) =>
    half.map((entry, position) => ({ ...slotOf(entry), day, half: at === 0 ? (1 as const) : (2 as const), position }))
  );

/** A morning from half past nine until a quarter to one. */
const morningMinutes = 195;

/** Sessions of a day that is added to the curriculum's: its `extra` ones, the morning as full as it gets in their order. */
function extraHalves(extra: readonly Session[]): [Session[], Session[]] {
  let used = 0;
  const at = extra.findIndex(({ minutes }) => (used += minutes) > morningMinutes);
  return at === -1 ? [[...extra], []] : [extra.slice(0, at), extra.slice(at)];
}

/** The timetable a training begins with: the curriculum's days, and its extra sessions on the first day that comes after. */
export function slotsOf({ days, extra }: Pick<Curriculum, 'days' | 'extra'>, count: number): Slot[] {
  const planned = days.slice(0, count).flatMap(({ halves }, at) => standing(at + 1, halves));
  return count > days.length ? [...planned, ...standing(days.length + 1, extraHalves(extra))] : planned;
}

/** Days as the curriculum has them, one to each date; a day that is added is the cohort's. */
export function daysOf(
  { days }: Pick<Curriculum, 'days'>,
  dates: readonly string[],
  starts: Pick<TrainingDay, 'morningStarts' | 'afternoonStarts'>
): TrainingDay[] {
  return dates.map((heldOn, at) => ({
    day: at + 1,
    heldOn,
    audience: days[at]?.audience ?? 'cohort',
    title: days[at]?.title ?? '',
    ...starts
  }));
}
