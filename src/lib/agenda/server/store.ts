import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { itemKinds, nearestPriority, type AgendaItem } from '../item.ts';

/** The agenda of a circle in order; empty for one that has none or that the person may not see. */
export async function agendaOf(supabase: Supabase, circleId: string): Promise<AgendaItem[]> {
  const rows = mustWork(
    await supabase
      .from('agenda_items')
      .select('id, kind, title, note, minutes, min_minutes, priority')
      .eq('circle_id', circleId)
      .order('position')
  );
  return rows.map((row) => ({
    id: row.id,
    kind: itemKinds.find((kind) => kind === row.kind) ?? 'core',
    title: row.title,
    notes: row.note,
    minutes: row.minutes,
    minMinutes: Math.max(1, row.min_minutes),
    priority: nearestPriority(row.priority)
  }));
}

/** Items as the database functions `save_agenda` and `plan_circle` take them; an empty id is a new item. */
export const agendaRows = (items: readonly AgendaItem[]) =>
  items.map((item) => ({
    id: item.id === '' ? null : item.id,
    kind: item.kind,
    title: item.title,
    note: item.notes,
    minutes: item.minutes,
    min_minutes: item.minMinutes,
    priority: item.priority
  }));

/**
 * Replaces the whole agenda; gives the new version.
 * @throws RuleBroken 409 `stale_agenda` when `version` is not the stored one, 403 when it may not be changed
 */
export async function saveAgenda(
  supabase: Supabase,
  circleId: string,
  version: number,
  items: readonly AgendaItem[]
): Promise<number> {
  return mustWork(
    await supabase.rpc('save_agenda', { p_circle: circleId, p_version: version, p_items: agendaRows(items) })
  );
}
