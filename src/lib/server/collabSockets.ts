import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hocuspocus, WebSocketLike } from '@hocuspocus/server';
import crossws from 'crossws/adapters/node';
import { type Allowance, createBudget, originAllowed } from './collabGate.ts';

/** Codes a socket is closed with, in the range left to applications. The client acts on them. */
export const CLOSE = {
  done: 1000,
  restart: 1012,
  tryAgain: 1013,
  signInAgain: 4401,
  noAccess: 4403,
  tooMuch: 4429
} as const;

/** 500 comments are about 120 kB; more than 2 MB in one frame is not typing. */
export const LARGEST_FRAME = 2 * 1024 * 1024;

/** A key held down sends about 60 frames a second; a client that was offline for long sends thousands at once. */
const ALLOWANCE: Allowance = { messages: 120, bytes: 256 * 1024, burst: 40 };

type ClientConnection = ReturnType<Hocuspocus['handleConnection']>;

/** One open socket: who sits there, and which documents they were let into. */
export interface Seat<Person, Access> {
  person: Person | null;
  rooms: Map<string, Access>;
  client: ClientConnection;
  /** Closes the socket at once: frames under way are not read any more. */
  leave(code: number, reason: string): void;
  /** Closes the socket later, unless it is closed before. */
  leaveAfter(milliseconds: number, code: number, reason: string, unless?: () => boolean): void;
}

export interface SocketOptions<Person, Access> {
  authenticate(request: Request, token: string): Promise<Person | null>;
  /** Hands an accepted socket over. */
  connect(socket: WebSocketLike, request: Request, seat: Seat<Person, Access>): ClientConnection;
  allowedOrigins?: string[] | undefined;
  allowance?: Allowance | undefined;
  /** Milliseconds after which a socket that opened no document is closed. */
  signIn: number;
  isClosing(): boolean;
  onError(error: unknown, about: string): void;
}

/** Takes WebSockets from the HTTP server: checks where they come from and who asks, and what they send. */
export function createSockets<Person, Access>(options: SocketOptions<Person, Access>) {
  const seats = new Set<Seat<Person, Access>>();
  const doors = new WeakMap<object, { message(frame: Uint8Array): void; close(code: number, reason: string): void }>();

  const adapter = crossws({
    serverOptions: { maxPayload: LARGEST_FRAME },
    hooks: {
      async upgrade(request) {
        if (options.isClosing()) return new Response('Restarting', { status: 503 });
        if (!originAllowed(request.headers, options.allowedOrigins))
          return new Response('Wrong origin', { status: 403 });
        const person = await options.authenticate(request as Request, '');
        // A browser comes with its cookie or not at all; a tool may still send a token in its first message.
        if (!person && request.headers.get('origin')) return new Response('Sign in first', { status: 401 });
        return { context: { person } };
      },
      open(peer) {
        const budget = createBudget(options.allowance ?? ALLOWANCE);
        const timers: NodeJS.Timeout[] = [];
        let gone = false;
        const end = (code: number, reason: string) => {
          if (gone) return false;
          gone = true;
          seats.delete(seat);
          timers.forEach(clearTimeout);
          // What came before a removal is not let in any more; what came before a closed tab is.
          if (code === CLOSE.noAccess) seat.rooms.clear();
          seat.client.handleClose({ code, reason });
          return true;
        };
        const seat: Seat<Person, Access> = {
          person: (peer.context.person as Person | null) ?? null,
          rooms: new Map(),
          client: null as unknown as ClientConnection,
          leave: (code, reason) => {
            if (end(code, reason)) peer.close(code, reason);
          },
          leaveAfter: (milliseconds, code, reason, unless = () => false) => {
            // The longest a timer can wait is 2^31 - 1 ms.
            const wait = Math.min(milliseconds, 2 ** 31 - 1);
            timers.push(setTimeout(() => unless() || seat.leave(code, reason), wait).unref());
          }
        };
        doors.set(peer, {
          message: (frame) => {
            if (gone) return;
            if (budget(frame.byteLength)) seat.client.handleMessage(frame);
            else seat.leave(CLOSE.tooMuch, 'too much at once');
          },
          close: end
        });
        seat.client = options.connect(peer.websocket as unknown as WebSocketLike, peer.request as Request, seat);
        seat.leaveAfter(options.signIn, CLOSE.signInAgain, 'no sign-in', () => seat.rooms.size > 0);
        seats.add(seat);
      },
      message: (peer, message) => doors.get(peer)?.message(message.uint8Array()),
      close: (peer, { code = CLOSE.done, reason = '' }) => doors.get(peer)?.close(code, reason),
      // Frames that are too large or broken end here; the socket is closed already.
      error: (_peer, error) => options.onError(error.message, 'socket')
    }
  });

  /** Takes an HTTP upgrade. Never throws. */
  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Until the socket is a WebSocket nobody listens to its errors, and a reset would end the process.
    socket.on('error', () => socket.destroy());
    Promise.resolve()
      .then(() => adapter.handleUpgrade(request, socket, head))
      .catch(() => socket.destroy());
  }

  return { seats, upgrade };
}
