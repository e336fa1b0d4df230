import { building } from '$app/environment';
import { sequence } from '@sveltejs/kit/hooks';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { startBallots } from '$lib/ballots/server/job';
import { checkInBox } from '$lib/checkins/server/checkInBox';
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
import { startSigning } from '$lib/training/certificates/server/signing';
import { sweepTrainings } from '$lib/training/delivery/server/retention';
import { evaluationBox } from '$lib/training/evaluation/server/evaluationBox';

export const init: ServerInit = async () => {
  // The library's pages are made when the app is built, without a database.
  if (building) return;
  const { backend, env } = await startBackend();
  const service = serviceClient(backend);
  const documents = startLiveDocuments(backend, [noteDocuments(service), ...liveCircles(service)], env.ORIGIN);
  const stopBallots = startBallots(backend, [checkInBox, evaluationBox], env);
  const stopSigning = startSigning(backend, env);
  const stopRetention = startRetentionJob(backend, [sweepFiles, sweepTrainings]);
  globalThis.circlewellUpgrade = documents.upgrade;
  globalThis.circlewellShutdown = async () => {
    stopRetention();
    // What is still being typed first, then the database it goes to.
    await documents.flushAll();
    await stopBallots();
    await stopSigning();
    await backend.close();
  };
};

const whileBuilding: Handle = ({ event, resolve }) => resolve(event);
export const handle = building
  ? whileBuilding
  : sequence(compressPages, secureHeaders, keepBallotHostBare, limitBodies, answerBackend, knowThePerson);
export const handleError: HandleServerError = explainFault;
