import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import type { LayoutServerLoad } from './$types';

/** One of the person's own organisations; all that it needs has come with the frame. */
export const load: LayoutServerLoad = async ({ parent, params }) => {
  const { organisations } = await parent();
  const organisation = organisations.find(({ id }) => id === params.organisation);
  if (!organisation) error(404, { message: m.server_not_found(), id: '' });
  return { organisation };
};
