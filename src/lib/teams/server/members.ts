import { mustWork } from '$lib/server/errors';
import { emit } from '$lib/server/events';
import type { Supabase } from '$lib/server/supabase';
import type { JoinLink } from '../joinLink';
import { linkFrom, linkColumns } from './links';
import { mustHaveTouched } from './touched';

export interface Member {
  id: string;
  name: string;
  role: 'lead' | 'member';
  /** ISO 8601 instant. */
  joinedAt: string;
}
export interface TeamWithMembers {
  id: string;
  name: string;
  timeZone: string;
  organisationId: string;
  organisation: string;
  members: Member[];
  /** Empty for those who may not invite: the database shows links to leads and admins only. */
  links: JoinLink[];
}

/** A team with who is in it, for its members and its organisation's admins. @throws RuleBroken 404 for everybody else */
export async function loadTeamWithMembers(supabase: Supabase, teamId: string): Promise<TeamWithMembers> {
  const team = mustWork(
    await supabase
      .from('teams')
      .select(
        `id, name, time_zone, organisation_id, organisations (name),
         team_members (role, joined_at, person_id, people (display_name)), join_links (${linkColumns})`
      )
      .eq('id', teamId)
      .single()
  );
  return {
    id: team.id,
    name: team.name,
    timeZone: team.time_zone,
    organisationId: team.organisation_id,
    organisation: team.organisations.name,
    members: team.team_members
      .map(({ person_id, role, joined_at, people }) => ({
        id: person_id,
        name: people.display_name,
        role: role === 'lead' ? ('lead' as const) : ('member' as const),
        joinedAt: joined_at
      }))
      // Leads on top, then by name.
      .sort((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name)),
    links: team.join_links.map(linkFrom)
  };
}

export async function setRole(
  supabase: Supabase,
  teamId: string,
  personId: string,
  role: Member['role']
): Promise<void> {
  mustHaveTouched(
    mustWork(
      await supabase
        .from('team_members')
        .update({ role })
        .eq('team_id', teamId)
        .eq('person_id', personId)
        .select('person_id')
    )
  );
  await emit('membership-changed', { teamId, personId });
}

/** Takes a person out of a team: oneself, or another as its lead or admin. @throws RuleBroken `last_lead` */
export async function removeMember(supabase: Supabase, teamId: string, personId: string): Promise<void> {
  mustHaveTouched(
    mustWork(
      await supabase.from('team_members').delete().eq('team_id', teamId).eq('person_id', personId).select('person_id')
    )
  );
  await emit('membership-changed', { teamId, personId });
}

export async function changeTeam(supabase: Supabase, teamId: string, name: string, timeZone: string): Promise<void> {
  mustHaveTouched(
    mustWork(await supabase.from('teams').update({ name, time_zone: timeZone }).eq('id', teamId).select('id'))
  );
}
