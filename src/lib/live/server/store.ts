import type { AgendaItem } from '../../agenda/item.ts';
import { itemColumns, itemOf } from '../../agenda/rows.ts';
import { mustWork } from '$lib/server/errors.ts';
import type { Supabase } from '$lib/server/supabase.ts';
import type { Run } from '../run.ts';

/** What the pages of a running circle show beside its title and its people. */
export interface LiveFacts {
  agenda: AgendaItem[];
  /** As last stored; null before the circle has begun. */
  run: Run | null;
  /** Who was noted as there, for seating a round: all rows for those who keep the circle, one's own for others. */
  attendance: { id: string; personId: string | null; name: string; status: string }[];
}

/** One round trip. */
export async function liveFacts(supabase: Supabase, circleId: string): Promise<LiveFacts> {
  const row = mustWork(
    await supabase
      .from('circles')
      .select(
        `id, agenda_items(position, ${itemColumns}),
         circle_runs(run), attendance(id, person_id, name, status)`
      )
      .eq('id', circleId)
      .single()
  );
  return {
    agenda: row.agenda_items.toSorted((a, b) => a.position - b.position).map(itemOf),
    run: runIn(row.circle_runs),
    attendance: row.attendance.map(({ id, person_id, name, status }) => ({ id, personId: person_id, name, status }))
  };
}

/** The run of a circle by itself. One round trip. */
export async function storedRun(supabase: Supabase, circleId: string): Promise<Run | null> {
  return runIn(mustWork(await supabase.from('circle_runs').select('run').eq('circle_id', circleId)));
}

/** Whether the person can move the circle on just now; throws what the pages throw when it can't be seen. One round trip. */
export async function liveAccess(supabase: Supabase, circleId: string): Promise<{ canWrite: boolean }> {
  const access = mustWork(await supabase.rpc('live_access', { p_circle: circleId }).single());
  return { canWrite: access.can_write };
}

/** Written by our own server only (store_live); a row of another shape is as good as none. */
function runIn(rows: { run: unknown } | { run: unknown }[] | null): Run | null {
  const run = (Array.isArray(rows) ? rows[0] : rows)?.run as Partial<Run> | null | undefined;
  return run && Array.isArray(run.items) && typeof run.phase === 'string' ? (run as Run) : null;
}
