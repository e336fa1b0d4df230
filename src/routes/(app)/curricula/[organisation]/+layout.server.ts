import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import type { LayoutServerLoad } from './$types';

/** The curriculum of an organisation is its trainers'; the database decides over what is in it. */
export const load: LayoutServerLoad = async ({ parent, params }) => {
  const { organisations } = await parent();
  const organisation = organisations.find(({ id }) => id === params.organisation);
  if (!organisation) error(404, { message: m.server_not_found(), id: '' });
  if (!organisation.isTrainer) error(403, { message: m.server_not_allowed(), id: '' });
  return { organisation: { id: organisation.id, name: organisation.name } };
};
