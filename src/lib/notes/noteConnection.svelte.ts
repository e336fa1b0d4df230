import { DocumentConnection } from '$lib/ui/live-document/documentConnection.svelte.ts';
import { noteDocumentName } from './noteDocument.ts';

export interface NoteConnectionOptions {
  noteId: string;
  personId: string;
  /** Answers `{ canWrite }`, or 401/403/404. Asking also renews the session cookie, which a socket can't. */
  accessUrl: string;
}

/** A live note. Words written offline stay in this tab until the server has them. */
export class NoteConnection extends DocumentConnection {
  constructor({ noteId, personId, accessUrl }: NoteConnectionOptions) {
    super({ name: noteDocumentName(noteId), pendingKey: `circlewell:words:${noteId}:${personId}`, accessUrl });
  }
}
