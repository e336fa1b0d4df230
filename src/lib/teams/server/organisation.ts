import { mustWork } from '$lib/server/errors';
import { emit } from '$lib/server/events';
import type { Supabase } from '$lib/server/supabase';
import type { JoinLink } from '../joinLink';
import { linkColumns, linkFrom } from './links';
import { mustHaveTouched } from './touched';

export async function loadRetention(supabase: Supabase, organisationId: string): Promise<number> {
  const row = mustWork(
    await supabase.from('organisations').select('retention_years').eq('id', organisationId).single()
  );
  return row.retention_years;
}

export async function changeOrganisation(
  supabase: Supabase,
  organisationId: string,
  { name }: { name: string }
): Promise<void> {
  mustHaveTouched(
    mustWork(await supabase.from('organisations').update({ name }).eq('id', organisationId).select('id'))
  );
}

export interface PersonRow {
  id: string;
  name: string;
  isAdmin: boolean;
  isTrainer: boolean;
}

/** Everybody in an organisation, and the links that make trainers and admins; for its admins. */
export async function loadPeople(
  supabase: Supabase,
  organisationId: string
): Promise<{ people: PersonRow[]; links: JoinLink[] }> {
  const row = mustWork(
    await supabase
      .from('organisations')
      .select(
        `organisation_members (person_id, is_admin, is_trainer, people (display_name)), join_links (team_id, ${linkColumns})`
      )
      .eq('id', organisationId)
      .single()
  );
  return {
    people: row.organisation_members
      .map(({ person_id, is_admin, is_trainer, people }) => ({
        id: person_id,
        name: people.display_name,
        isAdmin: is_admin,
        isTrainer: is_trainer
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    links: row.join_links.filter(({ team_id }) => team_id === null).map(linkFrom)
  };
}

/** Gives or takes a role in the organisation. @throws RuleBroken `last_admin` */
export async function giveStanding(
  supabase: Supabase,
  organisationId: string,
  personId: string,
  standing: 'admin' | 'trainer',
  given: boolean
): Promise<void> {
  mustHaveTouched(
    mustWork(
      await supabase
        .from('organisation_members')
        .update(standing === 'admin' ? { is_admin: given } : { is_trainer: given })
        .eq('organisation_id', organisationId)
        .eq('person_id', personId)
        .select('person_id')
    )
  );
}

/** Takes a person out of the organisation and all its teams. @throws RuleBroken `last_admin`, `last_lead` */
export async function leaveOrganisation(supabase: Supabase, organisationId: string, personId: string): Promise<void> {
  const teams = mustWork(
    await supabase
      .from('team_members')
      .select('team_id, teams!inner (organisation_id)')
      .eq('person_id', personId)
      .eq('teams.organisation_id', organisationId)
  );
  mustHaveTouched(
    mustWork(
      await supabase
        .from('organisation_members')
        .delete()
        .eq('organisation_id', organisationId)
        .eq('person_id', personId)
        .select('person_id')
    )
  );
  for (const { team_id } of teams) await emit('membership-changed', { teamId: team_id, personId });
}
