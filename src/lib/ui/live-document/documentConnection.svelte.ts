import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as Y from 'yjs';
import { type DocumentStatus, documentStatus, wouldLose } from './documentStatus.ts';
import { pendingChanges } from './pendingChanges.ts';
import { othersIn, type Present } from './presence.ts';

export interface DocumentConnectionOptions {
  /** The document's name on the socket. */
  name: string;
  /** Under which key changes made offline are kept in this tab; names the document and the person. */
  pendingKey: string;
  /** Answers `{ canWrite }`, or 401/403/404. Asking also renews the session cookie, which a socket can't. */
  accessUrl: string;
  /** Called each time the document has been exchanged with the server. */
  onsynced?: () => void;
  /** Called with what the server shows of another document, as JSON, if this one does that: at first, and at every change. */
  onshown?: (json: string) => void;
}

/** How soon changes made offline are kept in the tab, in ms. */
const KEEP_AFTER = 300;
/** A confirmation usually takes 5 ms; saying "saving" sooner would only flicker. */
const SAVING_AFTER = 400;
const ASK_EVERY = 5_000;

/** A live document, the socket it is exchanged over, and what to tell the person about both. */
export class DocumentConnection {
  readonly doc = new Y.Doc();
  readonly provider: HocuspocusProvider;
  status = $state<DocumentStatus>('joining');
  others = $state<Present[]>([]);
  canWrite = $state(false);
  /** As what the server says one is here, if it does. */
  standing = $state<string>();
  unconfirmed = $state(0);
  /** The document has been here: there is something to show and to write into. */
  arrived = $state(false);
  /** The socket is there and the document has been exchanged since. */
  online = $state(false);

  readonly #socket: HocuspocusProviderWebsocket;
  readonly #pending;
  readonly #options: DocumentConnectionOptions;
  #refused: 'signed-out' | 'no-access' | null = null;
  #dropped = false;
  #askedAt = 0;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;
  #undo: (() => void)[] = [];

  constructor(options: DocumentConnectionOptions) {
    this.#options = options;
    this.#pending = pendingChanges(options.pendingKey, sessionStorage);
    const restored = this.#pending.restore(this.doc);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.#socket = new HocuspocusProviderWebsocket({
      url: `${scheme}://${location.host}/collab`,
      delay: 500,
      minDelay: 300,
      maxDelay: 5_000
    });
    // Everything queued while away is in the document, and the document is exchanged first thing: thousands of single
    // key strokes on top of that would only look like a flood.
    this.#socket.on('connect', () => Object.assign(this.#socket, { messageQueue: [] }));
    this.#socket.on('disconnect', () => this.#lost());
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: options.name,
      document: this.doc,
      onSynced: () => {
        this.online = this.arrived = true;
        this.#told();
        options.onsynced?.();
      },
      onUnsyncedChanges: ({ number }) => {
        this.unconfirmed = number;
        this.#told();
      },
      onAuthenticated: ({ scope }) => this.#mayWrite(scope === 'read-write'),
      onAuthenticationFailed: ({ reason }) => {
        if (reason === 'signed-out' || reason === 'no-access') this.#refuse(reason);
      },
      onStateless: ({ payload }) => {
        if (payload === 'not-stored') {
          this.#dropped = true;
          this.#told();
        }
        if (payload.startsWith('standing:')) this.standing = payload.slice('standing:'.length);
        if (payload.startsWith('shows:')) options.onshown?.(payload.slice('shows:'.length));
        if (payload === 'read-only' || payload === 'writable') this.#mayWrite(payload === 'writable');
      },
      onAwarenessChange: ({ states }) => {
        this.others = othersIn(states, this.doc.clientID);
      }
    });
    this.doc.on('update', this.#keepIfUnconfirmed);
    if (restored) this.unconfirmed = 1;
    this.provider.attach();
    // Emulated and real network changes reach an open socket late or never; the browser's word is quicker.
    this.#listen('offline', () => this.#socket.disconnect());
    this.#listen('online', () => void this.#socket.connect());
    this.#listen('beforeunload', (event) => {
      if (wouldLose(this.status, this.unconfirmed)) event.preventDefault();
    });
  }

  /** Asks the server again after it sent us away. */
  retry(): void {
    this.#refused = null;
    void this.#socket.connect();
    this.#told();
  }

  destroy(): void {
    for (const undo of this.#undo) undo();
    clearTimeout(this.#keeping);
    clearTimeout(this.#saving);
    this.provider.destroy();
    this.#socket.destroy();
    this.doc.destroy();
  }

  #listen<K extends keyof WindowEventMap>(name: K, listener: (event: WindowEventMap[K]) => void) {
    addEventListener(name, listener);
    this.#undo.push(() => removeEventListener(name, listener));
  }

  #mayWrite(canWrite: boolean) {
    this.#refused = null;
    this.canWrite = canWrite;
    this.#told();
  }

  #refuse(reason: 'signed-out' | 'no-access') {
    this.#refused = reason;
    this.canWrite = false;
    // Asking again every few seconds would not change the answer.
    this.#socket.disconnect();
    this.#told();
  }

  #lost() {
    this.online = false;
    this.#told();
    if (navigator.onLine) void this.#ask();
  }

  /** A socket can be closed because the session ended; a request renews it, and says when it can't be. */
  async #ask() {
    if (Date.now() - this.#askedAt < ASK_EVERY) return;
    this.#askedAt = Date.now();
    const answer = await fetch(this.#options.accessUrl, { headers: { accept: 'application/json' } }).catch(() => null);
    if (answer?.status === 401) this.#refuse('signed-out');
    else if (answer?.status === 403 || answer?.status === 404) this.#refuse('no-access');
  }

  #keepIfUnconfirmed = () => {
    if (this.unconfirmed === 0 || this.#keeping) return;
    this.#keeping = setTimeout(() => {
      this.#keeping = undefined;
      if (this.unconfirmed > 0) this.#pending.keep(this.doc);
    }, KEEP_AFTER);
  };

  #told() {
    const status = documentStatus({
      online: this.online,
      arrived: this.arrived,
      unconfirmed: this.unconfirmed,
      canWrite: this.canWrite,
      dropped: this.#dropped,
      refused: this.#refused
    });
    clearTimeout(this.#saving);
    if (status === 'saving' && this.status === 'saved') {
      this.#saving = setTimeout(() => (this.status = 'saving'), SAVING_AFTER);
    } else this.status = status;
    if (status === 'saved' || status === 'closed' || status === 'no-access') {
      clearTimeout(this.#keeping);
      this.#keeping = undefined;
      this.#pending.forget();
    }
  }
}
