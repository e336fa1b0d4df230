import * as m from '$lib/paraglide/messages';
import { RuleBroken } from '$lib/server/errors';

/** A policy that refuses a change hides the row, and the change then touches none. @throws RuleBroken 403 */
export function mustHaveTouched(rows: unknown[]): void {
  if (rows.length === 0) throw new RuleBroken(403, 'not_allowed', m.server_not_allowed());
}
