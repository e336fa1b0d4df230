import type { Connection, Document } from '@hocuspocus/server';

/** Colours of names and cursors. White text on each has a contrast of at least 4.5 to 1. */
const COLOURS = ['#8a3b12', '#1f5f8b', '#5b4a9c', '#2f6b3c', '#9a2f5b', '#0f6a6a', '#6b5a12', '#7a3e86'] as const;

// A cursor is two relative positions, about 200 bytes; a person needs one client, two while reconnecting.
const LARGEST_CURSOR = 1_000;
const MOST_CLIENTS = 4;

/** A person's colour, the same on every server and in every note. */
export function colourOf(personId: string): string {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return COLOURS[sum % COLOURS.length] as string;
}

/**
 * Rewrites what a client says about itself, in place: the name and colour are the ones it was let in under, the cursor
 * stays if it is one, everything else goes. Speaking for a client that belongs to another person is dropped.
 */
export function setTrueNames(
  states: Map<number, Record<string, unknown>>,
  me: { id: string; name: string },
  connection: Connection,
  document: Document,
  personOf: (connection: Connection) => string
): void {
  const mine = document.getClients(connection);
  for (const [client, state] of states) {
    const others = document
      .getConnections()
      .some((other) => other !== connection && document.getClients(other).has(client) && personOf(other) !== me.id);
    if (others || (!mine.has(client) && mine.size >= MOST_CLIENTS)) {
      states.delete(client);
      continue;
    }
    const cursor = JSON.stringify(state.cursor ?? null).length <= LARGEST_CURSOR ? (state.cursor ?? null) : null;
    states.set(client, { user: { name: me.name, color: colourOf(me.id) }, cursor });
  }
}
