import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import type { LayoutServerLoad } from './$types';

/** Organisations this person is a trainer of. Their pages are for trainers alone; the database decides over what is in them. */
export const load: LayoutServerLoad = async ({ parent }) => {
  const { organisations } = await parent();
  const trained = organisations.filter(({ isTrainer }) => isTrainer).map(({ id, name }) => ({ id, name }));
  if (trained.length === 0) error(403, { message: m.server_not_allowed(), id: '' });
  return { trained };
};
