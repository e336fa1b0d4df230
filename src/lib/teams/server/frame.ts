import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { signOut } from './accounts';

export interface OwnOrganisation {
  id: string;
  name: string;
  isAdmin: boolean;
  isTrainer: boolean;
  contacts: { name: string; detail: string; note: string }[];
}
export interface OwnTeam {
  id: string;
  name: string;
  organisationId: string;
  role: 'lead' | 'member';
}
export interface Frame {
  name: string;
  organisations: OwnOrganisation[];
  teams: OwnTeam[];
}

/** What the frame of every page needs of the person, in one query; null when the account is gone. */
export async function loadFrame(supabase: Supabase, personId: string): Promise<Frame | null> {
  const { data, error } = await supabase
    .from('people')
    .select(
      `display_name,
       organisation_members (is_admin, is_trainer, organisations (id, name, support_contacts (name, reach, note, position))),
       team_members (role, teams (id, name, organisation_id))`
    )
    .eq('id', personId)
    .maybeSingle();
  if (error) mustWork({ data, error });
  if (!data) return null;
  return {
    name: data.display_name,
    organisations: data.organisation_members
      .map(({ is_admin, is_trainer, organisations: { id, name, support_contacts } }) => ({
        id,
        name,
        isAdmin: is_admin,
        isTrainer: is_trainer,
        contacts: support_contacts
          .sort((a, b) => a.position - b.position)
          .map((contact) => ({ name: contact.name, detail: contact.reach, note: contact.note }))
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    teams: data.team_members
      .map(({ role, teams: { id, name, organisation_id } }) => ({
        id,
        name,
        organisationId: organisation_id,
        role: role === 'lead' ? ('lead' as const) : ('member' as const)
      }))
      .sort((a, b) => a.name.localeCompare(b.name))
  };
}

/** The frame of whoever asks: null for visitors, without a query, and for a person whose account is gone. */
export async function loadOwnFrame(supabase: Supabase, person: { id: string; email: string } | null) {
  if (!person) return null;
  const frame = await loadFrame(supabase, person.id);
  if (!frame) {
    // The cookie did not know.
    await signOut(supabase, 'local');
    return null;
  }
  const { name, organisations, teams } = frame;
  const me = { id: person.id, email: person.email, name };
  return { me, organisations, teams, contacts: organisations.flatMap(({ contacts }) => contacts) };
}

/** Changes the name that others in the same teams see. */
export async function changeName(supabase: Supabase, personId: string, name: string): Promise<void> {
  const { error } = await supabase.from('people').update({ display_name: name }).eq('id', personId);
  mustWork({ data: true, error });
}
