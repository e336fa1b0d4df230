import { isCircleState } from '../../circles/state.ts';
import type { SeriesMeeting, SeriesSummary } from '../series.ts';

/** Columns of a series and of its circles, as lists show them. */
export const seriesColumns =
  'id, title, every_weeks, first_on, starts_at, time_zone, minutes, length, places, intake_weeks, gate';
export const meetingColumns = 'id, series_number, title, state, starts_at, time_zone, planned_minutes, held_on';

interface MeetingRow {
  id: string;
  series_number: number | null;
  title: string;
  state: string;
  starts_at: string | null;
  time_zone: string;
  planned_minutes: number;
  held_on: string[];
}

interface SeriesRow {
  id: string;
  title: string;
  every_weeks: number;
  first_on: string;
  starts_at: string;
  time_zone: string;
  minutes: number;
  length: number;
  places: number | null;
  intake_weeks: number | null;
  gate: number | null;
  circles: MeetingRow[];
}

const meetingFrom = (row: MeetingRow): SeriesMeeting => ({
  id: row.id,
  number: row.series_number ?? 0,
  title: row.title,
  state: isCircleState(row.state) ? row.state : 'archived',
  startsAt: row.starts_at,
  timeZone: row.time_zone,
  plannedMinutes: row.planned_minutes,
  heldOn: row.held_on
});

export const seriesFrom = (row: SeriesRow): SeriesSummary => ({
  id: row.id,
  title: row.title,
  everyWeeks: row.every_weeks,
  firstOn: row.first_on,
  startsAt: row.starts_at,
  timeZone: row.time_zone,
  minutes: row.minutes,
  length: row.length,
  places: row.places,
  intakeWeeks: row.intake_weeks,
  gate: row.gate,
  meetings: row.circles.map(meetingFrom).toSorted((a, b) => a.number - b.number)
});
