import { isSession, type Curriculum, type Entry, type Session } from '../curriculum/schema.ts';
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

/** Nobody sits longer than this without a break. */
const longestStretch = 120;

const minutesOf = (entries: readonly Entry[]): number => entries.reduce((sum, { minutes }) => sum + minutes, 0);

/**
 * Sessions of a day that is added to the curriculum's: its `extra` ones, the morning as full as it gets in their order. A half day that goes on for too
 * long has a break like the first of the curriculum's, where it leaves the shortest stretches.
 */
function extraHalves({ days, extra }: Pick<Curriculum, 'days' | 'extra'>): [Entry[], Entry[]] {
  const pause = days.flatMap(({ halves }) => halves.flat()).find((entry) => !isSession(entry));
  const paused = (sessions: readonly Session[]): Entry[] => {
    if (!pause || minutesOf(sessions) <= longestStretch) return [...sessions];
    const stretchIf = (at: number) => Math.max(minutesOf(sessions.slice(0, at)), minutesOf(sessions.slice(at)));
    const at = sessions.reduce((best, _, at) => (stretchIf(at) < stretchIf(best) ? at : best), 0);
    return at === 0 ? [...sessions] : [...sessions.slice(0, at), pause, ...sessions.slice(at)];
  };
  const tooFull = extra.findIndex((_, at) => minutesOf(paused(extra.slice(0, at + 1))) > morningMinutes);
  return tooFull === -1 ? [paused(extra), []] : [paused(extra.slice(0, tooFull)), paused(extra.slice(tooFull))];
}

/** The timetable a training begins with: the curriculum's days, and its extra sessions on the first day that comes after. */
export function slotsOf(curriculum: Pick<Curriculum, 'days' | 'extra'>, count: number): Slot[] {
  const { days } = curriculum;
  const planned = days.slice(0, count).flatMap(({ halves }, at) => standing(at + 1, halves));
  return count > days.length ? [...planned, ...standing(days.length + 1, extraHalves(curriculum))] : planned;
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
