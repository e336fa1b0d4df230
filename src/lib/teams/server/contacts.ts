import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { mostContacts } from '../contactLimit';
import type { Contact } from '../schema';

export type ContactRow = Contact & { id: string; position: number };

// Positions 0 to 99 are allowed; the last is left free for the moment in which two contacts change places.
const spare = 99;

/** The support contacts of an organisation in the order they are shown. */
export async function loadContacts(supabase: Supabase, organisationId: string): Promise<ContactRow[]> {
  return mustWork(
    await supabase
      .from('support_contacts')
      .select('id, name, reach, note, position')
      .eq('organisation_id', organisationId)
      .order('position')
  );
}

export async function addContact(supabase: Supabase, organisationId: string, contact: Contact): Promise<void> {
  const there = await loadContacts(supabase, organisationId);
  if (there.length >= mostContacts) {
    throw new RuleBroken(409, 'many_contacts', m.teams_contacts_many({ max: mostContacts }));
  }
  // Counted again from nought, because removing leaves gaps and the figures end at 99.
  const taken = new Set(there.map(({ position }) => position));
  let position = (there.at(-1)?.position ?? -1) + 1;
  if (position >= spare) for (position = 0; taken.has(position);) position++;
  const { error } = await supabase
    .from('support_contacts')
    .insert({ organisation_id: organisationId, position, ...contact });
  mustWork({ data: true, error });
}

export async function changeContact(
  supabase: Supabase,
  organisationId: string,
  id: string,
  change: Partial<Contact> & { position?: number }
): Promise<void> {
  const rows = mustWork(
    await supabase
      .from('support_contacts')
      .update(change)
      .eq('organisation_id', organisationId)
      .eq('id', id)
      .select('id')
  );
  if (rows.length === 0) throw new RuleBroken(404, 'not_found', m.teams_contacts_gone());
}

/** Changes places with the neighbour; at the end of the list nothing happens. */
export async function moveContact(
  supabase: Supabase,
  organisationId: string,
  id: string,
  way: 'up' | 'down'
): Promise<void> {
  const there = await loadContacts(supabase, organisationId);
  const at = there.findIndex((contact) => contact.id === id);
  const one = there[at];
  const other = there[at + (way === 'up' ? -1 : 1)];
  if (!one || !other) return;
  // No two may hold one position even for a moment, so the spare one is between.
  await changeContact(supabase, organisationId, one.id, { position: spare });
  await changeContact(supabase, organisationId, other.id, { position: one.position });
  await changeContact(supabase, organisationId, one.id, { position: other.position });
}

export async function removeContact(supabase: Supabase, organisationId: string, id: string): Promise<void> {
  const rows = mustWork(
    await supabase.from('support_contacts').delete().eq('organisation_id', organisationId).eq('id', id).select('id')
  );
  if (rows.length === 0) throw new RuleBroken(404, 'not_found', m.teams_contacts_gone());
}
