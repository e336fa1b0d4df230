import { error, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { limitedRequest } from './bodyLimit.ts';
import { everyAnswer, transportSecurity } from './pageHeaders.ts';
import { rateLimit } from './rateLimit.ts';
import { clientFor, pageCookies, personOf } from './supabase.ts';
import { running } from './theBackend.ts';

/** Headers that every answer carries; the Content-Security-Policy is SvelteKit's (svelte.config.js). */
export const secureHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const wanted = { ...everyAnswer, ...(event.url.protocol === 'https:' && transportSecurity) };
  for (const [name, value] of Object.entries(wanted)) response.headers.set(name, value);
  const { env } = await running();
  // SvelteKit writes the policy when it is built; where answers go is known when the server starts.
  const policy = env.PUBLIC_BALLOT_ORIGIN && response.headers.get('content-security-policy');
  if (policy)
    response.headers.set(
      'content-security-policy',
      policy.replace("connect-src 'self'", `connect-src 'self' ${env.PUBLIC_BALLOT_ORIGIN}`)
    );
  // Nothing about a team stays behind on a shared computer, not even for the back button.
  if (event.locals.person) response.headers.set('Cache-Control', 'private, no-store');
  return response;
};

/** 6 MB for a form, and more only where files are sent. Before anything reads the body. */
export const limitBodies: Handle = ({ event, resolve }) => {
  event.request = limitedRequest(event.request, event.route.id);
  return resolve(event);
};

// Sign-in, codes and resets by address: enough for an office behind one address, too few to guess a password.
const allowAuth = rateLimit(60, 60_000);

/** The embedded backend answers under the addresses a Supabase project has. */
export const answerBackend: Handle = async ({ event, resolve }) => {
  const { pathname } = event.url;
  const isAuth = pathname.startsWith('/auth/v1/');
  if (!isAuth && !pathname.startsWith('/rest/v1/')) return resolve(event);
  const { backend } = await running();
  if (!backend.jwtSecret) error(404, { message: m.server_not_found(), id: '' });
  if (isAuth && !allowAuth(event.getClientAddress(), Date.now())) error(429, { message: m.server_too_many(), id: '' });
  return backend.fetch(event.request);
};

/** Under the name that answers are sent to there is nothing else, so that no session is ever made for it. */
export const keepBallotHostBare: Handle = async ({ event, resolve }) => {
  const { env } = await running();
  const isBallotHost =
    env.PUBLIC_BALLOT_ORIGIN && new URL(env.PUBLIC_BALLOT_ORIGIN).host === event.request.headers.get('host');
  if (isBallotHost && !event.url.pathname.startsWith('/cast/')) return new Response(null, { status: 404 });
  return resolve(event);
};

/** Addresses where nobody is known: answers of check-ins, and the keys they are sealed with. No cookie is read or set. */
const takesNoSession = ({ url }: RequestEvent) =>
  url.pathname.startsWith('/cast/') || url.pathname.startsWith('/keys/');

/** Puts the person's client and who they are on `locals`. */
export const knowThePerson: Handle = async ({ event, resolve }) => {
  if (takesNoSession(event)) return resolve(event);
  const { backend, demo, env } = await running();
  const secure = env.SECURE_COOKIES ? env.SECURE_COOKIES === 'on' : event.url.protocol === 'https:';
  event.locals.supabase = clientFor(backend, pageCookies(event.cookies), secure);
  event.locals.person = await personOf(backend, event.locals.supabase);
  event.locals.demo = demo;
  // Everything under (app) is for people who are signed in: pages, their forms and their downloads alike, said once here.
  if (!event.locals.person && event.route.id?.startsWith('/(app)') && asksForAPage(event)) {
    const { pathname, search } = event.url;
    // A form's own address names its action; the way back is the page.
    const back = event.request.method === 'GET' ? pathname + search : pathname;
    redirect(303, `/sign-in?next=${encodeURIComponent(back)}`);
  }
  return resolve(event);
};

/** A page, its data or its form; not a script's own question (JSON), which is answered 401 where it is asked. */
function asksForAPage({ request, isDataRequest }: RequestEvent): boolean {
  const accept = request.headers.get('accept') ?? '';
  return isDataRequest || request.headers.has('x-sveltekit-action') || accept.includes('text/html');
}
