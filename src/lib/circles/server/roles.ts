import { mustWork } from '$lib/server/errors';
import { emit } from '$lib/server/events';
import type { Supabase } from '$lib/server/supabase';
import { roleChanges, type RoleHolder, type WantedRole } from '../roles/role.ts';

/**
 * Gives, changes and takes back roles. Several small writes, each checked by its policy; cut short, saving again finishes
 * the work. Taking a role back removes what that person wrote in the debrief.
 * @throws RuleBroken 403 to everybody but the leads, and when the circle is closed
 */
export async function saveRoles(
  supabase: Supabase,
  circle: { id: string; team: { id: string }; roles: readonly RoleHolder[] },
  wishes: readonly WantedRole[]
): Promise<void> {
  const changes = roleChanges(wishes, circle.roles);
  if (changes.remove.length > 0)
    await done(supabase.from('circle_roles').delete().eq('circle_id', circle.id).in('person_id', changes.remove));
  for (const { personId, role } of changes.change)
    await done(supabase.from('circle_roles').update({ role }).eq('circle_id', circle.id).eq('person_id', personId));
  const added = changes.add.map(({ personId, role }) => ({
    circle_id: circle.id,
    team_id: circle.team.id,
    person_id: personId,
    role
  }));
  if (added.length > 0) await done(supabase.from('circle_roles').insert(added));
  await emit('circle-roles-changed', { circleId: circle.id });
}

async function done(query: PromiseLike<{ error: Parameters<typeof mustWork>[0]['error'] }>): Promise<void> {
  const { error } = await query;
  mustWork({ data: true, error });
}
