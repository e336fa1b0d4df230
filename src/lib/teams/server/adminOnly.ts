import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';

/** For pages of an organisation that its admins alone use; the database refuses everybody else anyway. */
export function adminOnly(organisation: { isAdmin: boolean }): void {
  if (!organisation.isAdmin) error(403, { message: m.server_not_allowed(), id: '' });
}
