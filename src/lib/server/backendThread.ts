import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Backend, EmbeddedOptions } from './backend.ts';
import type { FromThread, ToThread } from './backendWorker.ts';

// Run from its source, which Node reads as it is: a bundler would have to be told of the second entry.
const THREAD = 'src/lib/server/backendWorker.ts';

/**
 * The embedded Supabase in a thread of its own. PGlite is a whole PostgreSQL in WebAssembly, and every query stops the
 * thread it runs in for some milliseconds; here the live notes of twenty groups must not wait for each other's stores.
 * (Measured with 20 notes of 8 writers: an edit reached the others after 19–50 ms at p95 in one thread; see docs/decisions.md.)
 */
export async function openInThread({ mail, ...options }: EmbeddedOptions): Promise<Backend> {
  const worker = new Worker(join(process.cwd(), THREAD), { workerData: options });
  const waiting = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>();
  let asked = 0;

  function ask<T>(call: ToThread['call'], body?: ToThread['body']): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      waiting.set(++asked, { resolve, reject });
      const message: ToThread = { id: asked, call, ...(body ? { body } : {}) };
      worker.postMessage(message, body?.bytes ? [body.bytes] : []);
    });
  }

  worker.on('message', (message: FromThread) => {
    if (message.kind === 'letter') {
      // Codes by e-mail are sent from here: their words and the mail server belong to the page's side.
      mail.send(message.letter).then(
        () => worker.postMessage({ id: message.id, call: 'sent' } satisfies ToThread),
        () => worker.postMessage({ id: message.id, call: 'not-sent' } satisfies ToThread)
      );
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    // The name tells a sentence for whoever starts the server from a fault.
    if (message.kind === 'failure') caller?.reject(Object.assign(new Error(message.message), { name: message.name }));
    else caller?.resolve(message.answer as never);
  });
  function ended(error: Error) {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }
  worker.on('error', ended);
  worker.on('exit', () => ended(new Error('the backend has stopped')));

  const { url, publishableKey, secretKey, jwtSecret } =
    await ask<Pick<Backend, 'url' | 'publishableKey' | 'secretKey' | 'jwtSecret'>>('open');
  return {
    url,
    publishableKey,
    secretKey,
    jwtSecret,
    fetch: async (input, init) => {
      const request = new Request(input as RequestInfo, init);
      const bytes = request.body ? await request.arrayBuffer() : undefined;
      const { method } = request;
      const answer = await ask<{ status: number; headers: [string, string][]; bytes: ArrayBuffer | null }>('fetch', {
        url: request.url,
        method,
        headers: [...request.headers],
        bytes
      });
      return new Response(answer.bytes, { status: answer.status, headers: answer.headers });
    },
    healthy: () => ask<boolean>('healthy'),
    vacuumBallots: () => ask<boolean>('vacuum-ballots'),
    close: async () => {
      await ask<void>('close');
      await worker.terminate();
    }
  };
}
