import { instantInWords } from '../ui/time/instant.ts';
import type { CircleKind } from './circleTemplate.ts';
import type { CircleState } from './state.ts';

/** A circle as lists and headers show it. Instants are ISO strings; days are `YYYY-MM-DD`. */
export interface CircleSummary {
  id: string;
  title: string;
  kind: CircleKind;
  state: CircleState;
  startsAt: string | null;
  timeZone: string;
  plannedMinutes: number;
  /** Days it was held on, known once it closed or when it came from a record. */
  heldOn: string[];
  /** The series it belongs to, and which meeting of it this is. */
  series: { id: string; title: string; number: number; length: number } | null;
}

/** A line among the planned circles: one circle, or all of one series together. */
export type PlannedLine =
  | { is: 'circle'; circle: CircleSummary }
  | { is: 'series'; id: string; title: string; next: CircleSummary; more: number };

export interface CirclesByState {
  /** The circle people look for when they come: the one that is open, else the next one planned. */
  next: CircleSummary | null;
  open: CircleSummary[];
  planned: CircleSummary[];
  /** The planned ones to be shown: a series is one line, and counts the next circle in. */
  plannedLines: PlannedLine[];
  closed: CircleSummary[];
  archived: CircleSummary[];
}

/** When a circle was or will be, as a text that sorts; circles without any date come last among planned ones. */
const when = (circle: CircleSummary): string => circle.startsAt ?? circle.heldOn[0] ?? '9999';

/** Sorts a team's circles for its home: what comes first in time first, what is past latest first; `next` stands apart. */
export function byState(circles: readonly CircleSummary[]): CirclesByState {
  const soonest = circles.toSorted((a, b) => when(a).localeCompare(when(b)) || a.title.localeCompare(b.title));
  const of = (state: CircleState) => soonest.filter((circle) => circle.state === state);
  const next = of('open')[0] ?? of('planned')[0] ?? null;
  return {
    next,
    open: of('open').filter((circle) => circle !== next),
    planned: of('planned').filter((circle) => circle !== next),
    plannedLines: plannedLines(of('planned')).filter((line) => line.is === 'series' || line.circle !== next),
    closed: of('closed').toReversed(),
    archived: of('archived').toReversed()
  };
}

/** Planned circles, soonest first, with those of one series folded into the line of the soonest; one alone stays a circle. */
export function plannedLines(soonest: readonly CircleSummary[]): PlannedLine[] {
  const lines: PlannedLine[] = [];
  const seen = new Set<string>();
  for (const circle of soonest) {
    const { series } = circle;
    if (series && seen.has(series.id)) continue;
    const all = series ? soonest.filter((other) => other.series?.id === series.id).length : 1;
    if (series) seen.add(series.id);
    lines.push(
      series && all > 1
        ? { is: 'series', id: series.id, title: series.title, next: circle, more: all - 1 }
        : { is: 'circle', circle }
    );
  }
  return lines;
}

/** '5 November 2007', from `YYYY-MM-DD`: a day on the calendar, in no time zone. */
export function dayOf(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(day);
  return `${day.getUTCDate()} ${month} ${day.getUTCFullYear()}`;
}

/** The day a circle is planned for, in words and in its own time zone, when that is not today; else null. `now` in ms. */
export function plannedForOtherDay(
  { startsAt, timeZone }: Pick<CircleSummary, 'startsAt' | 'timeZone'>,
  now: number
): string | null {
  if (startsAt === null) return null;
  const planned = instantInWords(startsAt, timeZone, 'weekday');
  return planned === instantInWords(new Date(now).toISOString(), timeZone, 'weekday') ? null : planned;
}
