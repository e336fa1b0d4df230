import { error, json } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';

/**
 * A public part of certificates, for anybody's verifier on any site: no cookie counts here, and nobody is named.
 * @param seconds how long it may be kept by who asked; 0: it is asked for anew each time
 * @throws HttpError 404 when there is none
 */
export function publicJson(thing: unknown, seconds: number): Response {
  if (thing === null || thing === undefined) error(404, { message: m.server_not_found(), id: '' });
  const cache = seconds > 0 ? `public, max-age=${seconds}` : 'public, no-cache';
  return json(thing, { headers: { 'cache-control': cache, 'access-control-allow-origin': '*' } });
}
