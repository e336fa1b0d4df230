import { mustWork } from '$lib/server/errors';
import { emit } from '$lib/server/events';
import type { Supabase } from '$lib/server/supabase';
import type { RoleGiven } from '../series.ts';

/**
 * Gives the same roles to every circle of the series that is still planned; gives how many those are.
 * @param planned ids of those circles, whose live screens are told
 */
export async function setSeriesRoles(
  supabase: Supabase,
  seriesId: string,
  roles: readonly RoleGiven[],
  planned: readonly string[]
): Promise<number> {
  const changed = mustWork(
    await supabase.rpc('set_series_roles', {
      p_series: seriesId,
      p_roles: roles.map(({ personId, role }) => ({ person_id: personId, role }))
    })
  );
  await Promise.all(planned.map((circleId) => emit('circle-roles-changed', { circleId })));
  return changed;
}
