/** What the line under a note says. */
export type NoteStatus = 'joining' | 'saved' | 'saving' | 'offline' | 'closed' | 'late' | 'signed-out' | 'no-access';

export interface NoteCondition {
  /** The socket is there and the note has been exchanged since. */
  online: boolean;
  /** The note has been here at least once. */
  arrived: boolean;
  /** Changes the server has not confirmed. */
  unconfirmed: number;
  canWrite: boolean;
  /** The circle closed with words the server had taken but not stored. */
  dropped: boolean;
  /** Why the server does not let us in, if it does not. */
  refused: 'signed-out' | 'no-access' | null;
}

/**
 * The state of a note in one word, the most important first: somebody who may not write must not be told that all is
 * saved, and somebody offline must know that nothing is lost.
 */
export function noteStatus({ online, arrived, unconfirmed, canWrite, dropped, refused }: NoteCondition): NoteStatus {
  if (refused) return refused;
  if (!arrived) return 'joining';
  if (!canWrite) return dropped || (unconfirmed > 0 && online) ? 'late' : 'closed';
  if (!online) return 'offline';
  return unconfirmed > 0 ? 'saving' : 'saved';
}

/** Whether leaving the page now would lose something. */
export function wouldLose(status: NoteStatus, unconfirmed: number): boolean {
  return unconfirmed > 0 && ['saving', 'offline', 'signed-out'].includes(status);
}
