import type { Backend } from '../../server/backend.ts';
import type { Letter } from '../../server/post.ts';
import type { Supabase } from '../../server/supabase.ts';
import type { Bytes } from '../blind/bytes.ts';
import type { RoundKeys } from '../blind/signer.ts';
import type { RandomBytes } from '../randomBytes.ts';

/** What became of a round's ballots. */
export interface Opened {
  /** The answers as they were encoded on the devices. Null: fewer than five ballots, or the key is lost; nothing was decrypted. */
  answers: Bytes[] | null;
  receipts: string[];
  keyLost: boolean;
  random: RandomBytes;
}

/** A round that the clock of the database says is to be opened or closed. */
export interface DueRound {
  round: string;
  step: 'open' | 'close';
  sealFingerprint: string | null;
  /** Over for a week. */
  overdue: boolean;
  /** Opens it; makes its keys, or takes those of a try before, no earlier than it asks for them. */
  open: (keys: () => Promise<RoundKeys>) => Promise<unknown>;
  /** Counts and publishes, and empties the box, in one transaction. `published`, `already`, or why not. */
  publish: (opened: Opened) => Promise<string>;
}

/** One letter of a round, once for each person it goes to. */
export interface RoundLetters {
  round: string;
  kind: string;
  letters: Letter[];
}

/** A kind of ballot box: what a feature does with the answers that its rounds collect. */
export interface BoxKind {
  /** What is due by the clock of the database. */
  due: (service: Supabase) => Promise<DueRound[]>;
  /** Of these ids, those of its rounds whose keys may still be needed: planned, open or counting. */
  standing: (service: Supabase, rounds: string[]) => Promise<string[]>;
  letters?: {
    /** The letters that are due. `restarted`: also what was begun and never done. */
    due: (backend: Backend, origin: string, restarted: boolean) => Promise<RoundLetters[]>;
    /** Notes that a round's letter was handed over for everybody. */
    sent: (backend: Backend, letters: RoundLetters) => Promise<void>;
  };
}
