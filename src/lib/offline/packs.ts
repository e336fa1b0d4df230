import { instantOf, wallClock } from '../agenda/clock.ts';
import type { KeptPage } from './kept.ts';

/** As much of a team on the home page as says which circle is next. */
interface TeamAhead {
  timeZone: string;
  open: readonly CircleAhead[];
  next: CircleAhead | null;
}
interface CircleAhead {
  id: string;
  title: string;
  /** ISO 8601 instant, or null while no day is set. */
  startsAt: string | null;
}

const day = 86_400_000;
const daysAfter = 2;

/**
 * The packs that the device of this person's home page keeps: of each team's next circle, and of those that are open. Each until two days
 * after the circle's day, in its team's zone; without a day, or when that is past and the circle still open, after today.
 */
export function packsOf(person: string, teams: readonly TeamAhead[], now: number): KeptPage[] {
  return teams.flatMap(({ timeZone, open, next }) =>
    [...open, ...(next ? [next] : [])].map(({ id, title, startsAt }) => {
      const held = Math.max(startsAt === null ? now : Date.parse(startsAt), now);
      // Noon, so that no change of the clock makes it another day.
      const noon = instantOf({ ...wallClock(held, timeZone), time: '12:00' }, timeZone) ?? held;
      const { date } = wallClock(noon + (daysAfter + 1) * day, timeZone);
      const until = instantOf({ date, time: '00:00' }, timeZone) ?? noon + (daysAfter + 1) * day;
      return { path: `/circles/${id}/pack`, kind: 'pack' as const, person, title, until };
    })
  );
}
