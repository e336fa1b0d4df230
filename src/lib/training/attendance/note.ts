/** What is noted of one person in one half day. `came` null: nothing. Minutes are 0 unless they came. */
export interface Note {
  came: boolean | null;
  lateMinutes: number;
  leftMinutes: number;
}

/** A note with the place it is of. */
export interface PlaceNote extends Note {
  place: string;
}

export const noNote: Note = { came: null, lateMinutes: 0, leftMinutes: 0 };
export const here: Note = { came: true, lateMinutes: 0, leftMinutes: 0 };

/** The longest that can be noted, in minutes: a limit of the database. */
export const mostMinutes = 480;

/** Minutes that are two taps away. */
export const quickMinutes = [5, 10, 15, 30] as const;

export type Press =
  { what: 'here' } | { what: 'absent' } | { what: 'clear' } | { what: 'late' | 'left'; minutes: number };

/** What a press makes of a note. Minutes late and left early are each kept while the other changes; both mean that the person came. */
export function pressed(note: Note, press: Press): Note {
  switch (press.what) {
    case 'here':
      return here;
    case 'absent':
      return { ...noNote, came: false };
    case 'clear':
      return noNote;
    case 'late':
      return { came: true, lateMinutes: withinLimits(press.minutes), leftMinutes: note.leftMinutes };
    case 'left':
      return { came: true, lateMinutes: note.lateMinutes, leftMinutes: withinLimits(press.minutes) };
  }
}

/** Names a press in the value of a button: `here`, `late 10`. */
export const pressKey = (press: Press): string => ('minutes' in press ? `${press.what} ${press.minutes}` : press.what);

/** Reads it; null for anything else. */
export function pressFrom(key: string): Press | null {
  const [, what, minutes] = /^(here|absent|clear|late|left)(?: (\d{1,3}))?$/.exec(key) ?? [];
  if (what === 'late' || what === 'left') return minutes ? { what, minutes: Number(minutes) } : null;
  return (what === 'here' || what === 'absent' || what === 'clear') && !minutes ? { what } : null;
}

/** What a form of the row makes of a note: the button that was pressed, or else the minutes that were typed. Null: neither. */
export function pressedInForm(note: Note, form: FormData): Note | null {
  const button = form.get('press');
  if (typeof button === 'string') {
    const press = pressFrom(button);
    return press && pressed(note, press);
  }
  if (!form.has('late') || !form.has('left')) return null;
  return typedMinutes(note, Number(form.get('late')), Number(form.get('left')));
}

/** What typed minutes make of a note. The same as before change nothing: closing the panel notes nobody as here. */
function typedMinutes(note: Note, late: number, left: number): Note {
  const typed = pressed(pressed(note, { what: 'late', minutes: late }), { what: 'left', minutes: left });
  return typed.lateMinutes === note.lateMinutes && typed.leftMinutes === note.leftMinutes ? note : typed;
}

const withinLimits = (minutes: number): number =>
  Number.isFinite(minutes) ? Math.min(mostMinutes, Math.max(0, Math.round(minutes))) : 0;

export const sameNote = (a: Note, b: Note): boolean =>
  a.came === b.came && a.lateMinutes === b.lateMinutes && a.leftMinutes === b.leftMinutes;

/** How many are here, not here, and not noted yet. */
export function countNotes(notes: readonly Note[]): { here: number; absent: number; open: number } {
  const of = (came: boolean | null) => notes.filter((note) => note.came === came).length;
  return { here: of(true), absent: of(false), open: of(null) };
}
