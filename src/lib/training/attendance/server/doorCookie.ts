import type { Cookies } from '@sveltejs/kit';
import { running } from '$lib/server/theBackend';
import { hashOf, isSecret } from '../../places/server/placeKey.ts';

const prefix = 'place-';
/** Each is looked up at the door. */
const most = 5;
const days = 180;

/** Secrets of places whose own page was opened on this device, the latest first. */
export const placesOfDevice = (cookies: Pick<Cookies, 'getAll'>): string[] =>
  cookies
    .getAll()
    .filter(({ name }) => name.startsWith(prefix))
    .map(({ value }) => ({ at: Number(value.split('.')[0]), secret: value.split('.')[1] ?? '' }))
    .filter(({ secret }) => isSecret(secret))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, most)
    .map(({ secret }) => secret);

/**
 * Lets this device be known at the door of a training (and nowhere else: the cookie goes to /door only, and no script reads it), so that its
 * holder has one button to press there, and from there the way to their own page. For half a year. A cookie for each place, since the page of a
 * place does not get to see those of others.
 */
export async function rememberPlace(
  { cookies, url }: { cookies: Cookies; url: URL },
  secret: string,
  now = Date.now()
): Promise<void> {
  if (!isSecret(secret)) return;
  cookies.set(`${prefix}${hashOf(secret).slice(0, 16)}`, `${now}.${secret}`, await kept(url, '/door', days * 86_400));
}

/** How the door's cookies are kept: sent to this path and below, read by no script. @param maxAge seconds */
export async function kept(url: URL, path: string, maxAge: number) {
  const { env } = await running();
  const secure = env.SECURE_COOKIES ? env.SECURE_COOKIES === 'on' : url.protocol === 'https:';
  return { path, httpOnly: true, sameSite: 'lax', secure, maxAge } as const;
}
