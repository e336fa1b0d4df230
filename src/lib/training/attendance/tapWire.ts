import type { PlaceNote } from './note.ts';

/** Sends notes and gives back how the half day stands; throws where nothing answers. */
export type SendNotes = (notes: PlaceNote[]) => Promise<{ status: number; notes: PlaceNote[] | null }>;

interface Answer {
  notes: PlaceNote[];
}

/** Sends notes from the browser to an address of the tap list. */
export const writeNotes =
  (address: string): SendNotes =>
  async (notes) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ notes }),
      // Who taps and goes on to the next page at once has still tapped.
      keepalive: true,
      signal: AbortSignal.timeout(10_000)
    });
    return { status: answer.status, notes: answer.ok ? ((await answer.json()) as Answer).notes : null };
  };

/** How the half day stands; null where nothing answers as it should. */
export async function readNotes(address: string): Promise<PlaceNote[] | null> {
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(10_000)
    });
    return answer.ok ? ((await answer.json()) as Answer).notes : null;
  } catch {
    return null;
  }
}
