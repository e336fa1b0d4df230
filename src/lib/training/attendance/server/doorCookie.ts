import type { Cookies } from '@sveltejs/kit';
import { running } from '$lib/server/theBackend';
import { isSecret } from '../../places/server/placeKey.ts';

const name = 'place';
const most = 5;
const days = 180;

/** Secrets of places whose own page was opened on this device, the latest first. */
export const placesOfDevice = (cookies: Pick<Cookies, 'get'>): string[] =>
  (cookies.get(name) ?? '').split('.').filter(isSecret).slice(0, most);

/** The cookie's text with one more secret in front. */
export const withPlace = (known: readonly string[], secret: string): string =>
  [secret, ...known.filter((other) => other !== secret)].slice(0, most).join('.');

/**
 * Lets this device be known at the door of a training (and nowhere else: the cookie goes to /door only, and no script reads it), so that its
 * holder has one button to press there. For five places, half a year.
 */
export async function rememberPlace({ cookies, url }: { cookies: Cookies; url: URL }, secret: string): Promise<void> {
  if (!isSecret(secret)) return;
  const { env } = await running();
  cookies.set(name, withPlace(placesOfDevice(cookies), secret), {
    path: '/door',
    httpOnly: true,
    sameSite: 'lax',
    secure: env.SECURE_COOKIES ? env.SECURE_COOKIES === 'on' : url.protocol === 'https:',
    maxAge: days * 86_400
  });
}
