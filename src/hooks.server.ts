import { building } from '$app/environment';
import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { startCheckIns } from '$lib/checkins/server/job';
import { sweepFiles } from '$lib/library/server/fileSweep';
import { liveCircles } from '$lib/live/server/documents';
import { noteDocuments } from '$lib/notes/server/documents';
import { startRetentionJob } from '$lib/records/server/retentionJob';
import { compressPages } from '$lib/server/compression';
import { explainFault } from '$lib/server/faults';
import { startLiveDocuments } from '$lib/server/liveDocuments';
import { answerBackend, keepBallotHostBare, knowThePerson, limitBodies, secureHeaders } from '$lib/server/requests';
import { serviceClient } from '$lib/server/supabase';
import { startBackend } from '$lib/server/theBackend';

export const init: ServerInit = async () => {
  // The library's pages are made when the app is built, without a database.
  if (building) return;
  const { backend, env } = await startBackend();
  const service = serviceClient(backend);
  const documents = startLiveDocuments(backend, [noteDocuments(service), ...liveCircles(service)], env.ORIGIN);
  const stopCheckIns = startCheckIns(backend, env);
  const stopRetention = startRetentionJob(backend, [sweepFiles]);
  globalThis.circlewellUpgrade = documents.upgrade;
  globalThis.circlewellShutdown = async () => {
    stopRetention();
    // What is still being typed first, then the database it goes to.
    await documents.flushAll();
    await stopCheckIns();
    await backend.close();
  };
};

const whileBuilding: Handle = ({ event, resolve }) => resolve(event);
export const handle = building
  ? whileBuilding
  : sequence(compressPages, secureHeaders, keepBallotHostBare, limitBodies, answerBackend, knowThePerson);
export const handleError: HandleServerError = explainFault;
