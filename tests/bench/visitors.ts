// Visitors who ask for one page again and again, and the barest server there is to ask.
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './child.ts';

export type Visit = { url: string; cookie: string; connections: number; seconds: number };
export type Visited = { perSecond: number; p95: number; bytes: number; failed: number };

function ask(url: string, cookie: string, agent: Agent): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, accept: 'text/html', 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

answer({
  async visit({ url, cookie, connections, seconds }: Visit): Promise<Visited> {
    const agent = new Agent({ keepAlive: true, maxSockets: connections });
    const waits: number[] = [];
    let failed = 0;
    let bytes = 0;
    const began = performance.now();
    const end = began + seconds * 1000;
    const visitor = async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        const page = await ask(url, cookie, agent);
        waits.push(performance.now() - asked);
        bytes = page.bytes;
        if (page.status !== 200) failed++;
      }
    };
    await Promise.all(Array.from({ length: connections }, visitor));
    const took = (performance.now() - began) / 1000;
    agent.destroy();
    waits.sort((a, b) => a - b);
    return { perSecond: waits.length / took, p95: waits[Math.floor(waits.length * 0.95)] ?? NaN, bytes, failed };
  },
  /** Answers every request with a body of the size that its path names. */
  async serve(): Promise<{ port: number }> {
    const bodies = new Map<string, Buffer>();
    const server = createServer(({ url = '/0' }, response) => {
      const body = bodies.get(url) ?? Buffer.alloc(Number(url.slice(1)), 'x');
      bodies.set(url, body);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
      response.end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { port: (server.address() as AddressInfo).port };
  }
});
