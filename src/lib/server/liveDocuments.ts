import type { Doc } from 'yjs';
import type { Backend } from './backend.ts';
import { type Collab, type CollabHooks, createCollab, flushDelay } from './collab.ts';
import type { ShownHooks } from './collabShown.ts';
import { on } from './events.ts';
import { logFault } from './log.ts';
import { type SocketPerson, socketPerson } from './socketPerson.ts';

type Hooks = CollabHooks<SocketPerson>;
type AnyKind = Pick<Hooks, 'authorise'> & {
  /** What stands before the colon in the name of a document; behind it stands a UUID. */
  prefix: string;
  /** True where few write and rarely: changes go out at once, however many look on. */
  sendsAtOnce?: boolean;
};

/** A kind of live document a room brings: how its documents are called, who may open them, where they are kept. */
export type StoredKind = AnyKind & Pick<Hooks, 'load' | 'store'>;

/** A part of the documents of another kind, for people who may not open those. Nobody writes it; it is kept nowhere. */
export type ShownKind = AnyKind & {
  /** The prefix of that kind: the part of `a:<id>` is `b:<id>`. */
  partOf: string;
  /** Plain JSON. */
  show(source: Doc): unknown;
};

export type DocumentKind = StoredKind | ShownKind;

// Long enough for a slow database to close a circle, short enough that a failed closing does not keep people waiting.
const CLOSING_TAKES = 10_000;

/**
 * Starts the live documents of this process: the notes, and the circles that are running. Sockets close when somebody
 * leaves a team, writing ends when a circle does.
 *
 * @param origin where people reach the server, when the Host header does not say so (a proxy that rewrites it)
 */
export function startLiveDocuments(backend: Backend, kinds: readonly DocumentKind[], origin?: string): Collab {
  const kindOf = (documentName: string) => {
    const kind = kinds.find(({ prefix }) => documentName.startsWith(`${prefix}:`));
    if (!kind) throw new Error('no room has documents of that name');
    return kind;
  };
  const storedKind = (documentName: string) => {
    const kind = kindOf(documentName);
    if (!('store' in kind)) throw new Error('documents of that name are not stored');
    return kind;
  };
  const collab = createCollab<SocketPerson>({
    authorise: (person, documentName) => kindOf(documentName).authorise(person, documentName),
    load: (documentName) => storedKind(documentName).load(documentName),
    store: (documentName, document, ownChange) => storedKind(documentName).store(documentName, document, ownChange),
    documentName: namesOf(kinds),
    shown: partsOf(kinds, kindOf),
    flushDelay: (documentName, connections) => (kindOf(documentName).sendsAtOnce ? 0 : flushDelay(connections)),
    authenticate: (request, token) => socketPerson(backend, request, token),
    allowedOrigins: origin ? [new URL(origin).origin] : [],
    onError: (_error, about) => logFault('collab', { kind: about })
  });
  on('membership-changed', ({ personId }) => collab.reauthorise((room) => room.personId === personId));
  on('circle-closing', async ({ circleId }) => {
    await collab.setReadOnly(circleId);
    setTimeout(() => void collab.reopen(circleId), CLOSING_TAKES).unref();
  });
  on('circle-state-changed', async ({ circleId, state }) => {
    if (state !== 'open') await collab.setReadOnly(circleId);
    await collab.reopen(circleId);
  });
  on('circle-roles-changed', ({ circleId }) => collab.reauthorise((room) => room.scope === circleId));
  return collab;
}

function partsOf(kinds: readonly DocumentKind[], kindOf: (documentName: string) => DocumentKind): ShownHooks {
  const renamed = (documentName: string, prefix: string) => prefix + documentName.slice(documentName.indexOf(':'));
  return {
    sourceOf(documentName) {
      const kind = kindOf(documentName);
      return 'partOf' in kind ? renamed(documentName, kind.partOf) : null;
    },
    shownIn: (documentName) =>
      kinds.flatMap((kind) =>
        'partOf' in kind && documentName.startsWith(`${kind.partOf}:`) ? [renamed(documentName, kind.prefix)] : []
      ),
    show(documentName, source) {
      const kind = kindOf(documentName);
      return 'partOf' in kind ? kind.show(source) : null;
    }
  };
}

function namesOf(kinds: readonly DocumentKind[]): RegExp {
  const prefixes = kinds.map(({ prefix }) => prefix).join('|');
  return new RegExp(`^(${prefixes}):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`);
}
