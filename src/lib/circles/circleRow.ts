import type { CircleSummary } from './circle.ts';
import { circleKinds } from './circleTemplate.ts';
import { isCircleState } from './state.ts';

/** Columns that say which circle it is: what `plainCircleOf` reads. */
export const plainColumns = 'id, title, kind, state, starts_at, time_zone, planned_minutes, held_on';

export interface PlainRow {
  id: string;
  title: string;
  kind: string;
  state: string;
  starts_at: string | null;
  time_zone: string;
  planned_minutes: number;
  held_on: string[];
}

/** A circle without its series. */
export type PlainCircle = Omit<CircleSummary, 'series'>;

/** A circle from its columns; a word the app does not know is read as the quietest one. */
export const plainCircleOf = (row: PlainRow): PlainCircle => ({
  id: row.id,
  title: row.title,
  kind: circleKinds.find((kind) => kind === row.kind) ?? 'staff',
  state: isCircleState(row.state) ? row.state : 'archived',
  startsAt: row.starts_at,
  timeZone: row.time_zone,
  plannedMinutes: row.planned_minutes,
  heldOn: row.held_on
});

/** Columns of a summary: what `summaryOf` reads. */
export const summaryColumns = `${plainColumns}, series_number, series(id, title, length)` as const;

interface SummaryRow extends PlainRow {
  series_number: number | null;
  series: { id: string; title: string; length: number } | null;
}

export const summaryOf = (row: SummaryRow): CircleSummary => ({
  ...plainCircleOf(row),
  series: row.series && {
    id: row.series.id,
    title: row.series.title,
    number: row.series_number ?? 0,
    length: row.series.length
  }
});
