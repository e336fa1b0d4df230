import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { AgendaItem } from '../item.ts';
import { agendaRows, itemColumns, itemOf } from '../rows.ts';

/** The agenda of a circle in order; empty for one that has none or that the person may not see. */
export async function agendaOf(supabase: Supabase, circleId: string): Promise<AgendaItem[]> {
  const rows = mustWork(
    await supabase.from('agenda_items').select(itemColumns).eq('circle_id', circleId).order('position')
  );
  return rows.map(itemOf);
}

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
