import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { finishSince, toFinish, type Unfinished } from '../toFinish.ts';
import { circleColumns, circleFrom, oneOf } from './circle.ts';

/** What the person still has to note of circles they keep; `now` in milliseconds. One read. */
export async function circlesToFinish(supabase: Supabase, personId: string, now: number): Promise<Unfinished[]> {
  const rows = mustWork(
    await supabase
      .from('circles')
      .select(
        `${circleColumns}, closed_at,
         circle_records(version, attendance_taken_at, present_unnamed, apologies_unnamed, declined_unnamed)`
      )
      .eq('state', 'closed')
      .gte('closed_at', finishSince(now))
  );
  return toFinish(
    rows.map((row) => {
      const record = oneOf(row.circle_records);
      const counted = record ? record.present_unnamed + record.apologies_unnamed + record.declined_unnamed : 0;
      return {
        id: row.id,
        title: row.title,
        closedAt: row.closed_at,
        heldOn: row.held_on,
        keeps: circleFrom(row, personId)?.keeps ?? false,
        attendanceTaken: (record?.attendance_taken_at ?? null) !== null || counted > 0,
        // Version 0: only attendance was noted.
        recordWritten: (record?.version ?? 0) > 0
      };
    }),
    now
  );
}
