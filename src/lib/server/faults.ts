import type { HandleServerError } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import * as m from '$lib/paraglide/messages';
import { logFault } from './log.ts';

/** Gives a fault an id that the page shows and the log holds; the message on the page says nothing of the inside. */
export const explainFault: HandleServerError = ({ error, event, status }) => {
  const id = randomUUID().slice(0, 8);
  // An answer to a check-in leaves no line, not even one that something went wrong: the time would be in it.
  if (status !== 404 && !event.url.pathname.startsWith('/cast/')) {
    logFault('fault', {
      id,
      status,
      route: event.route.id,
      method: event.request.method,
      kind: error instanceof Error ? `${error.name}: ${placeOf(error)}` : typeof error
    });
  }
  return { message: status === 404 ? m.server_not_found() : m.server_fault(), id };
};

/** Where in our own code, without the message, which may quote what a person wrote. */
function placeOf(error: Error): string {
  const line = error.stack?.split('\n').find((part) => part.includes('/server/') || part.includes('/src/'));
  return line?.trim().replace(/\(?(?:file:\/\/)?\/.*\/(?=[^/]+:\d)/, '(') ?? 'unknown';
}
