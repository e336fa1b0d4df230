import { sequence } from '@sveltejs/kit/hooks';
import type { HandleServerError, ServerInit } from '@sveltejs/kit';
import { startCheckIns } from '$lib/checkins/server/job';
import { liveCircles } from '$lib/live/server/documents';
import { noteDocuments } from '$lib/notes/server/documents';
import { startRetentionJob } from '$lib/records/server/retentionJob';
import { compressPages } from '$lib/server/compression';
import { explainFault } from '$lib/server/faults';
import { startLiveDocuments } from '$lib/server/liveDocuments';
import { answerBackend, keepBallotHostBare, knowThePerson, secureHeaders } from '$lib/server/requests';
import { serviceClient } from '$lib/server/supabase';
import { startBackend } from '$lib/server/theBackend';

export const init: ServerInit = async () => {
  const { backend, env } = await startBackend();
  const service = serviceClient(backend);
  const documents = startLiveDocuments(backend, [noteDocuments(service), ...liveCircles(service)], env.ORIGIN);
  const stopCheckIns = startCheckIns(backend, env);
  const stopRetention = startRetentionJob(backend);
  globalThis.circlewellUpgrade = documents.upgrade;
  globalThis.circlewellShutdown = async () => {
    stopRetention();
    // What is still being typed first, then the database it goes to.
    await documents.flushAll();
    await stopCheckIns();
    await backend.close();
  };
};

export const handle = sequence(compressPages, secureHeaders, keepBallotHostBare, answerBackend, knowThePerson);
export const handleError: HandleServerError = explainFault;
