/** A note of the trainers' day, or something put aside for later (the parking lot). */
export interface DayNote {
  id: string;
  day: number;
  kind: 'note' | 'parked';
  text: string;
  settled: boolean;
  writtenAt: string;
}

export const longestNote = 2000;

/** The notes of a day, oldest first. */
export const notesOf = (notes: readonly DayNote[], day: number): DayNote[] =>
  notes.filter((note) => note.kind === 'note' && note.day === day);

/** What is parked on a day, the open ones first. */
export const parkedOn = (notes: readonly DayNote[], day: number): DayNote[] =>
  notes
    .filter((note) => note.kind === 'parked' && note.day === day)
    .toSorted((a, b) => Number(a.settled) - Number(b.settled));

/** Open ones of days before: somebody is waiting for an answer. */
export const stillParked = (notes: readonly DayNote[], day: number): DayNote[] =>
  notes.filter((note) => note.kind === 'parked' && !note.settled && note.day < day);
