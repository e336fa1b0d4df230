import { parentPort, workerData } from 'node:worker_threads';
import type { EmailDriver } from '@supabase/lite';
import { type Backend, type EmbeddedOptions, openEmbedded } from './backend.ts';
import { keepValuesOutOfTheLog } from './log.ts';

type Letter = Parameters<EmailDriver['send']>[0];

/** What the server asks of its database thread. */
export interface ToThread {
  id: number;
  call: 'open' | 'fetch' | 'healthy' | 'vacuum-ballots' | 'close' | 'sent' | 'not-sent';
  body?: { url: string; method: string; headers: [string, string][]; bytes: ArrayBuffer | undefined };
}

export type FromThread =
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'failure'; id: number; name: string; message: string }
  | { kind: 'letter'; id: number; letter: Letter };

const port = parentPort;
if (!port) throw new Error('this file runs as a thread of backendThread.ts');
const letters = new Map<number, { sent(): void; notSent(error: Error): void }>();
let lettersWritten = 0;
let backend: Backend | undefined;

const mail = {
  send: (letter: Letter) =>
    new Promise<void>((sent, notSent) => {
      letters.set(++lettersWritten, { sent, notSent });
      port.postMessage({ kind: 'letter', id: lettersWritten, letter } satisfies FromThread);
    })
} as EmailDriver;

async function answer({ call, body }: ToThread): Promise<{ answer: unknown; moved?: ArrayBuffer | null }> {
  if (call === 'open') {
    keepValuesOutOfTheLog();
    backend = await openEmbedded({ ...(workerData as Omit<EmbeddedOptions, 'mail'>), mail });
    const { url, publishableKey, secretKey, jwtSecret } = backend;
    return { answer: { url, publishableKey, secretKey, jwtSecret } };
  }
  if (!backend) throw new Error('the backend is not open');
  if (call === 'healthy') return { answer: await backend.healthy() };
  if (call === 'vacuum-ballots') return { answer: await backend.vacuumBallots() };
  if (call === 'close') return { answer: await backend.close() };
  const { url, method, headers, bytes } = body as NonNullable<ToThread['body']>;
  const response = await backend.fetch(url, { method, headers, ...(bytes ? { body: bytes } : {}) });
  const content = response.body ? await response.arrayBuffer() : null;
  return { answer: { status: response.status, headers: [...response.headers], bytes: content }, moved: content };
}

port.on('message', (message: ToThread) => {
  if (message.call === 'sent' || message.call === 'not-sent') {
    const letter = letters.get(message.id);
    letters.delete(message.id);
    if (message.call === 'sent') letter?.sent();
    else letter?.notSent(new Error('the letter could not be sent'));
    return;
  }
  answer(message).then(
    ({ answer, moved }) =>
      port.postMessage({ kind: 'answer', id: message.id, answer } satisfies FromThread, moved ? [moved] : []),
    (error: unknown) =>
      port.postMessage({
        kind: 'failure',
        id: message.id,
        name: error instanceof Error ? error.name : 'Error',
        message: error instanceof Error ? error.message : String(error)
      } satisfies FromThread)
  );
});
