import { sequence } from '@sveltejs/kit/hooks';
import type { HandleServerError, ServerInit } from '@sveltejs/kit';
import { startLiveNotes } from '$lib/notes/server/live';
import { compressPages } from '$lib/server/compression';
import { explainFault } from '$lib/server/faults';
import { answerBackend, knowThePerson, secureHeaders } from '$lib/server/requests';
import { startBackend } from '$lib/server/theBackend';

export const init: ServerInit = async () => {
  const { backend, env } = await startBackend();
  const liveNotes = startLiveNotes(backend, env.ORIGIN);
  globalThis.circlewellUpgrade = liveNotes.upgrade;
  globalThis.circlewellShutdown = async () => {
    // What is still being typed first, then the database it goes to.
    await liveNotes.flushAll();
    await backend.close();
  };
};

export const handle = sequence(compressPages, secureHeaders, answerBackend, knowThePerson);
export const handleError: HandleServerError = explainFault;
