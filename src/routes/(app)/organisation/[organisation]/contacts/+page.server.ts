import { orErrorPage } from '$lib/server/errors';
import { contactMoveSchema, contactRowSchema, contactSchema } from '$lib/teams/schema';
import { adminOnly } from '$lib/teams/server/adminOnly';
import { addContact, changeContact, loadContacts, moveContact, removeContact } from '$lib/teams/server/contacts';
import { formAction } from '$lib/teams/server/formAction';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  adminOnly((await parent()).organisation);
  return { list: await orErrorPage(loadContacts(locals.supabase, params.organisation)) };
};

export const actions = {
  add: formAction('add', contactSchema, ({ locals, params }: RequestEvent, contact) =>
    addContact(locals.supabase, params.organisation, contact)
  ),
  change: formAction(
    'change',
    contactSchema.extend(contactRowSchema.shape),
    ({ locals, params }: RequestEvent, { contact, ...given }) =>
      changeContact(locals.supabase, params.organisation, contact, given)
  ),
  move: formAction('list', contactMoveSchema, ({ locals, params }: RequestEvent, { contact, way }) =>
    moveContact(locals.supabase, params.organisation, contact, way)
  ),
  remove: formAction('list', contactRowSchema, ({ locals, params }: RequestEvent, { contact }) =>
    removeContact(locals.supabase, params.organisation, contact)
  )
} satisfies Actions;
