// The peer of the live notes: Hocuspocus as it comes, with no accounts and no store, and a page with a bare editor.
import { Server } from '@hocuspocus/server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { answer } from './child.ts';
import { noteState, writtenItems } from './noteState.ts';

type Options = { script?: string; bigNote?: number };

async function start({ script = '', bigNote = 0 }: Options): Promise<{ port: number }> {
  const big = bigNote ? noteState(writtenItems(bigNote)) : undefined;
  const page =
    '<!doctype html><meta name="viewport" content="width=device-width"><main></main><script src="/editor.js"></script>';
  const files = { '/editor.js': [gzipSync(script), 'text/javascript'], '/': [gzipSync(page), 'text/html'] } as const;
  const server = new Server({
    address: '127.0.0.1',
    quiet: true,
    stopOnSignals: false,
    async onLoadDocument({ documentName }) {
      return documentName === 'big' ? big : undefined;
    },
    async onRequest({ request, response }) {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      const [body, type] = files[path === '/editor.js' ? path : '/'];
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-encoding': 'gzip' });
      response.end(body);
      // This is how Hocuspocus is told that the answer has been given.
      return Promise.reject();
    }
  });
  server.httpServer.listen(0, '127.0.0.1');
  await once(server.httpServer, 'listening');
  return { port: (server.httpServer.address() as AddressInfo).port };
}

answer({ start });
