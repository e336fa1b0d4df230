import { describe, expect, it } from 'vitest';
import { here, type PlaceNote } from './note.ts';
import { Tapping, type Keeping } from './tapping.svelte.ts';

const key = 'taps of a half day';

/** A server that keeps what is sent, or does not answer; and the tab's store. */
function room(answers: (number | 'lost')[] = []) {
  const stored = new Map<string, PlaceNote>();
  const sent: PlaceNote[][] = [];
  const kept = new Map<string, string>();
  const keeping: Keeping = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name)
  };
  const send = async (notes: PlaceNote[]) => {
    const answer = answers.shift() ?? 200;
    sent.push(notes);
    await Promise.resolve();
    if (answer === 'lost') throw new TypeError('Failed to fetch');
    if (answer !== 200) return { status: answer, notes: null };
    for (const note of notes) stored.set(note.place, note);
    return { status: 200, notes: [...stored.values()] };
  };
  return { stored, sent, kept, open: () => new Tapping([...stored.values()], key, send, keeping) };
}

describe('tapping', () => {
  it('shows at once and is sent; undo brings back what stood before, the last first', async () => {
    const { stored, open } = room();
    const taps = open();
    const pressed = taps.press('ana', { what: 'here' });
    expect(taps.noteOf('ana')).toMatchObject({ came: true });
    await pressed;
    await taps.press('ana', { what: 'late', minutes: 20 });
    expect(stored.get('ana')).toMatchObject({ came: true, lateMinutes: 20 });
    await taps.undo();
    expect(stored.get('ana')).toMatchObject(here);
    await taps.undo();
    expect(stored.get('ana')).toMatchObject({ came: null });
    expect(taps.canUndo).toBe(false);
  });

  it('all that is left in one go, and taken back in one go', async () => {
    const { sent, open } = room();
    const taps = open();
    await taps.press('ben', { what: 'absent' });
    await taps.allHere(['ana', 'ben', 'cleo']);
    expect(['ana', 'ben', 'cleo'].map((place) => taps.noteOf(place).came)).toEqual([true, false, true]);
    await taps.undo();
    expect(['ana', 'ben', 'cleo'].map((place) => taps.noteOf(place).came)).toEqual([null, false, null]);
    expect(sent).toHaveLength(3);
  });

  it('without a network it is kept with the tab, shown, and sent when something answers', async () => {
    const { stored, kept, open } = room(['lost', 503]);
    const taps = open();
    await taps.press('ana', { what: 'here' });
    await taps.press('ben', { what: 'here' });
    expect([taps.trouble, taps.unsent, stored.size]).toEqual(['lost', 2, 0]);
    // The page is loaded again in the same tab.
    const again = open();
    expect(again.noteOf('ben')).toMatchObject({ came: true });
    again.take([{ place: 'ben', ...here, came: false }]);
    expect(again.noteOf('ben')).toMatchObject({ came: true });
    await again.flush();
    expect([again.trouble, again.unsent, stored.size, kept.size]).toEqual(['', 0, 2, 0]);
  });

  it('what is tapped while something is on its way goes after it, and wins', async () => {
    const { stored, sent, open } = room();
    const taps = open();
    const first = taps.press('ana', { what: 'here' });
    const second = taps.press('ana', { what: 'late', minutes: 10 });
    await Promise.all([first, second]);
    expect(stored.get('ana')).toMatchObject({ lateMinutes: 10 });
    expect(sent).toHaveLength(2);
    expect(taps.unsent).toBe(0);
  });

  it('keeps what a signed-out tab tapped, and lets go of what is refused', async () => {
    const out = room([401]).open();
    await out.press('ana', { what: 'here' });
    expect([out.trouble, out.unsent]).toEqual(['signed_out', 1]);
    const refused = room([400]).open();
    await refused.press('ana', { what: 'here' });
    expect([refused.trouble, refused.unsent]).toEqual(['refused', 0]);
    expect(refused.noteOf('ana')).toMatchObject({ came: null });
  });

  it('takes over what another trainer noted', () => {
    const taps = room().open();
    taps.take([{ place: 'ana', ...here }]);
    expect(taps.noteOf('ana')).toMatchObject({ came: true });
  });
});
