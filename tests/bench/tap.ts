import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A statement as it went to PostgreSQL, with its values as text. */
export type Statement = { text: string; values: (string | null)[] };

export type Tap = {
  /** Where to connect instead of the database. */
  url: string;
  /** What went by since the last time, in order. */
  take: () => Statement[];
  stop: () => Promise<void>;
};

/** Reads what a client says to PostgreSQL (protocol 3.0), frame by frame. */
function reader(heard: (statement: Statement) => void): (chunk: Buffer) => void {
  const prepared = new Map<string, string>();
  let pending = Buffer.alloc(0);
  let greeted = false;

  const words = (body: Buffer, count: number): { found: string[]; rest: Buffer } => {
    const found: string[] = [];
    let rest = body;
    while (found.length < count) {
      const end = rest.indexOf(0);
      found.push(rest.toString('utf8', 0, end));
      rest = rest.subarray(end + 1);
    }
    return { found, rest };
  };
  const bound = (rest: Buffer): (string | null)[] => {
    let at = 2 + rest.readInt16BE(0) * 2;
    const count = rest.readInt16BE(at);
    at += 2;
    return Array.from({ length: count }, () => {
      const length = rest.readInt32BE(at);
      at += 4 + Math.max(0, length);
      return length < 0 ? null : rest.toString('utf8', at - length, at);
    });
  };
  const frame = (type: string, body: Buffer) => {
    if (type === 'Q') heard({ text: words(body, 1).found[0] ?? '', values: [] });
    if (type === 'P') {
      const [name = '', text = ''] = words(body, 2).found;
      prepared.set(name, text);
    }
    if (type === 'B') {
      const { found, rest } = words(body, 2);
      heard({ text: prepared.get(found[1] ?? '') ?? '', values: bound(rest) });
    }
  };
  return (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      // The greeting alone has no letter before its length.
      const head = greeted ? 1 : 0;
      if (pending.length < head + 4) return;
      const length = pending.readInt32BE(head);
      if (pending.length < head + length) return;
      if (greeted) frame(String.fromCharCode(pending[0] ?? 0), pending.subarray(5, head + length));
      greeted = true;
      pending = pending.subarray(head + length);
    }
  };
}

/** Stands between the app and its database and writes down what is asked: the app's own statements, not a copy of them. */
export async function startTap(databaseUrl: string): Promise<Tap> {
  const database = new URL(databaseUrl);
  const open = new Set<Socket>();
  const statements: Statement[] = [];
  const server = createServer((client) => {
    const upstream = connect(Number(database.port), database.hostname);
    const read = reader((statement) => statements.push(statement));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client]
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    client.on('data', read);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    take: () => statements.splice(0),
    stop: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    }
  };
}
