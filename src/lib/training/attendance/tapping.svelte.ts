import { noNote, pressed, sameNote, type Note, type PlaceNote, type Press } from './note.ts';
import type { SendNotes } from './tapWire.ts';

/** Where unsent notes are kept while the tab lives; sessionStorage has this shape. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What was tapped in this tab over what the server has. Taps show at once; what could not be sent is kept with the tab and sent when the
 * network is back. The last tap wins, here or on another trainer's phone.
 */
export class Tapping {
  #server: PlaceNote[] = $state.raw([]);
  #unsent: PlaceNote[] = $state.raw([]);
  /** What stood before, for each thing done; the last is undone first. */
  #before: PlaceNote[][] = $state.raw([]);
  /** lost: nothing answers. signed_out: sign in again in another tab. refused: what was sent last is not taken. */
  trouble: '' | 'lost' | 'signed_out' | 'refused' = $state('');
  #sending = false;
  readonly #send: SendNotes;
  readonly #key: string;
  readonly #keeping: Keeping | null;

  constructor(notes: PlaceNote[], key: string, send: SendNotes, keeping: Keeping | null) {
    this.#server = notes;
    this.#key = key;
    this.#send = send;
    this.#keeping = keeping;
    this.#unsent = this.#kept();
  }

  get unsent(): number {
    return this.#unsent.length;
  }
  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  noteOf(place: string): Note {
    const has = (list: PlaceNote[]) => list.find((note) => note.place === place);
    return has(this.#unsent) ?? has(this.#server) ?? noNote;
  }

  /** What another trainer noted meanwhile, or a page that has just come. */
  take(notes: PlaceNote[]): void {
    this.#server = notes;
  }

  press(place: string, press: Press): Promise<void> {
    return this.#note([{ place, ...pressed(this.noteOf(place), press) }]);
  }

  /** Notes everybody of these as here of whom nothing is noted. */
  allHere(places: readonly string[]): Promise<void> {
    const open = places.filter((place) => this.noteOf(place).came === null);
    return this.#note(open.map((place) => ({ place, ...pressed(noNote, { what: 'here' }) })));
  }

  async undo(): Promise<void> {
    const last = this.#before.at(-1);
    if (!last) return;
    this.#before = this.#before.slice(0, -1);
    await this.#queue(last);
  }

  /** Sends what waits, and what was tapped while it was sent. */
  async flush(): Promise<void> {
    if (this.#sending || this.#unsent.length === 0) return;
    this.#sending = true;
    const batch = this.#unsent;
    try {
      const { status, notes } = await this.#send(batch);
      if (status === 401) this.trouble = 'signed_out';
      else if (status >= 500 || status === 429) this.trouble = 'lost';
      else {
        this.trouble = notes ? '' : 'refused';
        if (notes) this.#server = notes;
        this.#keep(this.#unsent.filter((note) => !batch.includes(note)));
      }
    } catch {
      this.trouble = 'lost';
    } finally {
      this.#sending = false;
    }
    if (this.trouble === '') await this.flush();
  }

  async #note(notes: PlaceNote[]): Promise<void> {
    const changed = notes.filter((note) => !sameNote(note, this.noteOf(note.place)));
    if (changed.length === 0) return;
    this.#before = [...this.#before.slice(-19), changed.map(({ place }) => ({ place, ...plain(this.noteOf(place)) }))];
    await this.#queue(changed);
  }

  async #queue(notes: PlaceNote[]): Promise<void> {
    const others = this.#unsent.filter(({ place }) => !notes.some((note) => note.place === place));
    this.#keep([...others, ...notes]);
    await this.flush();
  }

  #keep(unsent: PlaceNote[]): void {
    this.#unsent = unsent;
    if (unsent.length > 0) this.#keeping?.setItem(this.#key, JSON.stringify(unsent));
    else this.#keeping?.removeItem(this.#key);
  }

  #kept(): PlaceNote[] {
    try {
      return JSON.parse(this.#keeping?.getItem(this.#key) ?? '[]') as PlaceNote[];
    } catch {
      return [];
    }
  }
}

const plain = ({ came, lateMinutes, leftMinutes }: Note): Note => ({ came, lateMinutes, leftMinutes });
