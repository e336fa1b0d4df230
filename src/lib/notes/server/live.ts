import type { Backend } from '$lib/server/backend.ts';
import { type Collab, createCollab } from '$lib/server/collab.ts';
import { on } from '$lib/server/events.ts';
import { logFault } from '$lib/server/log.ts';
import { type SocketPerson, socketPerson } from '$lib/server/socketPerson.ts';
import { serviceClient } from '$lib/server/supabase.ts';
import { noteDocuments } from './documents.ts';

const NOTE_NAME = /^note:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

// Long enough for a slow database to close a circle, short enough that a failed closing does not keep people waiting.
const CLOSING_TAKES = 10_000;

/**
 * Starts the live notes of this process. Its sockets close when somebody leaves a team, its notes end when a circle does.
 *
 * @param origin where people reach the server, when the Host header does not say so (a proxy that rewrites it)
 */
export function startLiveNotes(backend: Backend, origin?: string): Collab {
  const collab = createCollab<SocketPerson>({
    ...noteDocuments(serviceClient(backend)),
    documentName: NOTE_NAME,
    authenticate: (request, token) => socketPerson(backend, request, token),
    allowedOrigins: origin ? [new URL(origin).origin] : [],
    onError: (_error, about) => logFault('collab', { kind: about })
  });
  on('membership-changed', ({ personId }) => collab.reauthorise((room) => room.personId === personId));
  on('circle-closing', async ({ circleId }) => {
    await collab.setReadOnly(circleId);
    setTimeout(() => void collab.reopen(circleId), CLOSING_TAKES).unref();
  });
  on('circle-state-changed', async ({ circleId, state }) => {
    if (state !== 'open') await collab.setReadOnly(circleId);
    await collab.reopen(circleId);
  });
  return collab;
}
