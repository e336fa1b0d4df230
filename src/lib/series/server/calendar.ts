import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { CalendarMeeting } from '../calendar.ts';

const columns = 'id, title, starts_at, planned_minutes, plan_changes, plan_changed_at, series_number, series(length)';

interface CircleRow {
  id: string;
  title: string;
  starts_at: string | null;
  planned_minutes: number;
  plan_changes: number;
  plan_changed_at: string;
  series_number: number | null;
  series: { length: number } | null;
}

function meetingFrom(row: CircleRow): CalendarMeeting[] {
  if (row.starts_at === null) return [];
  return [
    {
      id: row.id,
      title: row.title,
      startsAt: row.starts_at,
      minutes: row.planned_minutes,
      changes: row.plan_changes,
      changedAt: row.plan_changed_at,
      number: row.series_number,
      length: row.series?.length ?? null
    }
  ];
}

/** Every dated circle of a series, past ones too; null when the series is not this person's to see. */
export async function calendarOfSeries(supabase: Supabase, seriesId: string): Promise<CalendarMeeting[] | null> {
  const row = mustWork(
    await supabase.from('series').select(`id, circles(${columns})`).eq('id', seriesId).maybeSingle()
  );
  return row ? row.circles.flatMap(meetingFrom).toSorted(byStart) : null;
}

/** Circles of all teams of the signed-in person that are planned or open and have a date. */
export async function myCalendar(supabase: Supabase): Promise<CalendarMeeting[]> {
  const rows = mustWork(
    await supabase.from('circles').select(columns).in('state', ['planned', 'open']).order('starts_at')
  );
  return rows.flatMap(meetingFrom);
}

const byStart = (a: CalendarMeeting, b: CalendarMeeting) => a.startsAt.localeCompare(b.startsAt);
