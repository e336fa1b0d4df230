/** What the line about a live document says. */
export type DocumentStatus =
  'joining' | 'saved' | 'saving' | 'offline' | 'closed' | 'late' | 'signed-out' | 'no-access';

export interface DocumentCondition {
  /** The socket is there and the document has been exchanged since. */
  online: boolean;
  /** The document has been here at least once. */
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
 * The state of a live document in one word, the most important first: somebody who may not write must not be told that all is
 * saved, and somebody offline must know that nothing is lost.
 */
export function documentStatus({
  online,
  arrived,
  unconfirmed,
  canWrite,
  dropped,
  refused
}: DocumentCondition): DocumentStatus {
  if (refused) return refused;
  if (!arrived) return 'joining';
  if (!canWrite) return dropped || (unconfirmed > 0 && online) ? 'late' : 'closed';
  if (!online) return 'offline';
  return unconfirmed > 0 ? 'saving' : 'saved';
}

/** Whether leaving the page now would lose something. */
export function wouldLose(status: DocumentStatus, unconfirmed: number): boolean {
  return unconfirmed > 0 && ['saving', 'offline', 'signed-out'].includes(status);
}
