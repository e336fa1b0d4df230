import { type Connection, type Document, Hocuspocus } from '@hocuspocus/server';
import type { Allowance } from './collabGate.ts';
import { setTrueNames } from './collabNames.ts';
import { CLOSE, createSockets, LARGEST_FRAME, type Seat } from './collabSockets.ts';
import { type ShownHooks, shownDocuments } from './collabShown.ts';
import { carefulStores, type Stored } from './collabStores.ts';

/** Somebody signed in. `expiresAt`: when the sign-in ends unless renewed, in milliseconds since 1970. */
export interface CollabPerson {
  id: string;
  expiresAt?: number;
}

/** What a person may do in a document. `scope` groups documents that close together (a circle's id). */
export interface CollabAccess {
  canWrite: boolean;
  name: string;
  scope: string;
  /** As what they are there, in the feature's own word; they are told, and told again when it changes. */
  standing?: string;
}

/** What a feature brings: who is who, who may do what, and where documents are kept. */
export interface CollabHooks<P extends CollabPerson> {
  /** The person behind a request's cookies, or behind an access token sent by something that is no browser. */
  authenticate(request: Request, token: string): Promise<P | null>;
  /** Asks the same policies as the pages, as that person; null is no access. */
  authorise(person: P, documentName: string): Promise<CollabAccess | null>;
  /** The stored Yjs state, or what a new document starts from. */
  load(documentName: string): Promise<Uint8Array>;
  /** Stores a document and what is derived from it; may change it with `origin`. Throws to be called again. */
  store(documentName: string, document: Document, origin: object): Promise<Stored>;
  /** Who of these still has access, in their order: one question for all, so that asking often costs little. */
  recheck?(rooms: { personId: string; documentName: string }[]): Promise<(CollabAccess | null)[]>;
}

export interface CollabOptions<P extends CollabPerson> extends CollabHooks<P> {
  documentName: RegExp;
  /** Which documents only show a part of another one; nobody writes into these, and they are stored nowhere. */
  shown?: ShownHooks;
  /** How long changes of a document may wait to be sent on together, in ms, by how many have it open. */
  flushDelay?(documentName: string, connections: number): number;
  allowedOrigins?: string[];
  allowance?: Allowance;
  onError(error: unknown, about: string): void;
  /** Milliseconds. The defaults lose at most one second when the server is killed: 800 + 200 at worst. */
  timing?: { debounce?: number; maxDebounce?: number; recheck?: number; signIn?: number; retryAfter?: number };
}

/** How long changes wait to be sent on together, in ms. Measured: unbatched, a phone with 50 writers lags by seconds. */
export function flushDelay(connections: number): number {
  return connections <= 10 ? 0 : Math.min(200, connections * 5);
}

/** The live documents of one server process: sockets in, Hocuspocus in the middle, the features' hooks out. */
export function createCollab<P extends CollabPerson>(options: CollabOptions<P>) {
  type Room = { seat: Seat<P, CollabAccess>; person: P; documentName: string };
  const { authenticate, authorise, recheck, onError, documentName: names } = options;
  const { shown = { sourceOf: () => null, shownIn: () => [], show: () => null } } = options;
  const delayOf = options.flushDelay ?? ((_name, connections) => flushDelay(connections));
  const { debounce = 200, maxDebounce = 800, signIn = 10_000, retryAfter = 500 } = options.timing ?? {};
  const ownChange = { source: 'local', skipStoreHooks: true };
  const frozen = new Set<string>();
  const told = new WeakMap<Connection, string>();
  let asked = 0;
  let closing = false;

  const seatOf = (connection: Connection) => connection.context.seat as Seat<P, CollabAccess>;
  const accessOf = (connection: Connection) => seatOf(connection).rooms.get(connection.document.name);
  const mayWrite = (documentName: string, access: CollabAccess | undefined) =>
    !closing && !!access?.canWrite && !frozen.has(access.scope) && shown.sourceOf(documentName) === null;
  // Without a message, so that Hocuspocus does not log what is no fault.
  const denied = (reason: string) => Object.assign(new Error(''), { reason });

  const stores = carefulStores({
    store: (documentName, document) => options.store(documentName, document, ownChange),
    onRefused: (documentName) => {
      for (const { rooms } of sockets.seats) if (rooms.has(documentName)) frozen.add(rooms.get(documentName)!.scope);
      settleAll();
      // What came in since the last store is in memory only, and confirmed already: people must hear that it is lost.
      hocuspocus.documents.get(documentName)?.broadcastStateless('not-stored');
    },
    onError: (error, documentName) => onError(error, `could not store ${documentName}, trying again`),
    retryAfter
  });

  const showing = shownDocuments({
    ...shown,
    load: options.load,
    onError: (error, documentName) => onError(error, `could not show ${documentName}`)
  });

  const hocuspocus = new Hocuspocus({
    debounce,
    maxDebounce,
    quiet: true,
    maxUnauthenticatedQueueSize: LARGEST_FRAME,
    maxUnauthenticatedQueueMessages: 10_000,
    maxPendingDocuments: 4,
    extensions: [stores.extension, showing.extension],
    async onAuthenticate({ context, documentName, request, token, connectionConfig }) {
      const seat = context.seat as Seat<P, CollabAccess>;
      if (!names.test(documentName)) throw denied('no-access');
      seat.person ??= await authenticate(request, token);
      if (!seat.person) throw denied('signed-out');
      const access = await ask(seat.person, documentName);
      if (!access) throw denied('no-access');
      if (!seat.rooms.size && seat.person.expiresAt)
        seat.leaveAfter(seat.person.expiresAt - Date.now(), CLOSE.signInAgain, 'sign in again');
      seat.rooms.set(documentName, access);
      connectionConfig.readOnly = !mayWrite(documentName, access);
    },
    async onLoadDocument({ instance, documentName }) {
      const source = shown.sourceOf(documentName);
      try {
        return await (source === null ? options.load(documentName) : showing.prepare(instance, documentName, source));
      } catch (error) {
        onError(error, `could not load ${documentName}`);
        for (const seat of sockets.seats) if (seat.rooms.has(documentName)) seat.leave(CLOSE.tryAgain, 'try again');
        throw denied('try-again');
      }
    },
    async connected({ connection }) {
      const { document } = connection;
      document.flushDelay = delayOf(document.name, document.getConnectionsCount());
      settle(connection);
    },
    async onDisconnect({ context, document, documentName }) {
      document.flushDelay = delayOf(documentName, document.getConnectionsCount());
      const seat = context.seat as Seat<P, CollabAccess>;
      seat.rooms.delete(documentName);
      // A connection thrown out for a bad message would otherwise sit on an open socket and never come back.
      if (!seat.rooms.size) seat.leave(CLOSE.done, 'done');
    },
    async beforeHandleMessage({ connection }) {
      settle(connection);
    },
    async beforeHandleAwareness({ states, connection, document }) {
      if (!connection) return;
      // Who else looks on is no part of what is shown.
      if (shown.sourceOf(document.name) !== null) return states.clear();
      const personOf = (other: Connection) => seatOf(other).person?.id ?? '';
      const me = { id: personOf(connection), name: accessOf(connection)?.name ?? '' };
      setTrueNames(states, me, connection, document, personOf);
    }
  });

  const sockets = createSockets<P, CollabAccess>({
    authenticate,
    connect: (socket, request, seat) => hocuspocus.handleConnection(socket, request, { seat }),
    allowedOrigins: options.allowedOrigins,
    allowance: options.allowance,
    signIn,
    isClosing: () => closing,
    onError
  });

  /** Makes a connection what its access says now, and tells the person when that is something else. */
  function settle(connection: Connection) {
    const access = accessOf(connection);
    if (access?.standing !== undefined && access.standing !== told.get(connection)) {
      told.set(connection, access.standing);
      connection.sendStateless(`standing:${access.standing}`);
    }
    const writable = mayWrite(connection.document.name, access);
    if (connection.readOnly !== writable) return;
    connection.readOnly = !writable;
    connection.sendStateless(writable ? 'writable' : 'read-only');
  }

  function settleAll() {
    for (const document of hocuspocus.documents.values()) document.getConnections().forEach(settle);
  }

  // Asks again when somebody's rights changed while the answer was on its way.
  async function ask(person: P, documentName: string): Promise<CollabAccess | null> {
    for (;;) {
      const before = asked;
      const access = await authorise(person, documentName);
      if (before === asked) return access;
    }
  }

  function rooms(): Room[] {
    return [...sockets.seats].flatMap((seat) =>
      [...seat.rooms.keys()].flatMap((documentName) =>
        seat.person ? [{ seat, person: seat.person, documentName }] : []
      )
    );
  }

  function take({ seat, documentName }: Room, access: CollabAccess | null) {
    if (!access) seat.leave(CLOSE.noAccess, 'no access');
    else if (seat.rooms.has(documentName)) seat.rooms.set(documentName, access);
  }

  /** Asks again for everybody for whom the predicate holds; who has no access any more is closed. */
  async function reauthorise(
    predicate: (room: { personId: string; documentName: string; scope: string }) => boolean
  ): Promise<void> {
    asked++;
    const wanted = rooms().filter(({ seat, person, documentName }) =>
      predicate({ personId: person.id, documentName, scope: seat.rooms.get(documentName)!.scope })
    );
    // One after the other: 160 people at once would hold up every page of an embedded database for a second.
    for (const room of wanted) {
      if (!sockets.seats.has(room.seat)) continue;
      try {
        take(room, await ask(room.person, room.documentName));
      } catch {
        // Not being able to ask (a sign-in that ended, say) is no yes: the client comes back with a fresh cookie.
        room.seat.leave(CLOSE.signInAgain, 'sign in again');
      }
    }
    settleAll();
  }

  /** Rights also change on other servers, where no event reaches us. */
  async function recheckAll(): Promise<void> {
    const all = rooms();
    if (!recheck || !all.length) return reauthorise(() => true);
    const answers = await recheck(all.map(({ person, documentName }) => ({ personId: person.id, documentName })));
    all.forEach((room, i) => take(room, answers[i] ?? null));
    settleAll();
  }

  /** Closes the sockets of those for whom the predicate holds. */
  function closeConnections(predicate: (seat: { personId: string | undefined; documents: string[] }) => boolean): void {
    for (const seat of [...sockets.seats])
      if (predicate({ personId: seat.person?.id, documents: [...seat.rooms.keys()] }))
        seat.leave(CLOSE.noAccess, 'no access');
  }

  /**
   * Ends writing in a scope and stores what is written, before the circle closes in the database (which refuses stores
   * from then on). `reopen` asks the policies again and ends the freeze.
   */
  async function setReadOnly(scope: string): Promise<void> {
    frozen.add(scope);
    settleAll();
    const names = new Set(
      rooms().flatMap((room) => (room.seat.rooms.get(room.documentName)?.scope === scope ? [room.documentName] : []))
    );
    await stores.flush(hocuspocus, (name) => names.has(name) || stores.isUnstored(name));
  }

  async function reopen(scope: string): Promise<void> {
    // First ask, then thaw: between the two nobody writes on the strength of an old answer.
    await reauthorise((room) => room.scope === scope);
    frozen.delete(scope);
    settleAll();
  }

  /** For shutdown: writing ends, everything is stored, and sockets close so that clients look for us anew. */
  async function flushAll(): Promise<void> {
    closing = true;
    clearInterval(interval);
    settleAll();
    await stores.flush(hocuspocus, () => true);
    for (const seat of [...sockets.seats]) seat.leave(CLOSE.restart, 'restarting');
  }

  const interval = setInterval(() => {
    recheckAll().catch((error) => onError(error, 'could not ask who still has access'));
  }, options.timing?.recheck ?? 30_000).unref();

  return { upgrade: sockets.upgrade, closeConnections, reauthorise, setReadOnly, reopen, flushAll, hocuspocus };
}

export type Collab = ReturnType<typeof createCollab>;
