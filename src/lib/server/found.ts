import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { RuleBroken } from './errors.ts';

/**
 * What a store found for this person, or the page for an unknown link. Something that exists but is not theirs, and an
 * address that is no id at all, look the same.
 */
export async function found<T>(work: Promise<T | null>): Promise<T> {
  const thing = await work.catch((broken: unknown) => {
    if (broken instanceof RuleBroken && broken.status < 500) return null;
    throw broken;
  });
  if (thing === null) error(404, { message: m.server_not_found(), id: '' });
  return thing;
}
