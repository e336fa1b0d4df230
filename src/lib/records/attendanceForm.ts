import { z } from 'zod';
import * as m from '../paraglide/messages.js';
import {
  changedFields,
  changedLines,
  everyNoted,
  isAttendanceStatus,
  type AttendanceLine,
  type Mark,
  type Unnamed
} from './attendance.ts';
import { isDay, isKeepable, LIMITS, people } from './schema.ts';

/** Names that can be added at once; more are typed after saving. */
export const mostNewNames = 20;

const figuresSchema = z.object({ present: people, apologies: people, declined: people });

/** What a tap list asks for: only what was changed on it. */
export interface AttendanceChanges {
  lines: Omit<AttendanceLine, 'key'>[];
  unnamed: Partial<Unnamed>;
  /** Undefined: the mark was not touched. */
  taken: boolean | undefined;
}

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
const statusOf = (word: string) => (isAttendanceStatus(word) ? word : null);

/**
 * Reads the tap list. Every line carries what the page was opened with (`was-0` …), so that the rest can be left alone.
 * `errors` are sentences by field: `on-3`, `new-names`, `present`; `unsaved` says in words what they are about. What has none
 * is among the changes: one slip keeps nobody else from being noted.
 */
export function readAttendance(form: FormData): {
  changes: AttendanceChanges;
  errors: Record<string, string>;
  unsaved: string[];
} {
  const errors: Record<string, string> = {};
  const unsaved: string[] = [];
  const rows: { was: Mark; now: Omit<AttendanceLine, 'key'> }[] = [];
  for (let row = 0; row < 1000 && form.has(`name-${row}`); row++) {
    const read = rowOf(form, row, errors);
    if (errors[`on-${row}`] || errors[`note-${row}`]) unsaved.push(read.now.name);
    else rows.push(read);
  }

  const numbers = figuresSchema.safeParse(Object.fromEntries(form));
  for (const { path, message } of numbers.error?.issues ?? []) errors[String(path[0])] ??= message;
  const were = figuresSchema.safeParse({
    present: field(form, 'was-present'),
    apologies: field(form, 'was-apologies'),
    declined: field(form, 'was-declined')
  });
  const changed = changedLines(rows);
  const added = newNames(form, errors);
  if (errors['new-names']) unsaved.push(m.records_attendance_partly_names());
  if (!numbers.success) unsaved.push(m.records_attendance_partly_numbers());
  const wasTaken = field(form, 'was-taken') === 'yes';
  const taken = (form.has('taken') ? field(form, 'taken') === 'yes' : wasTaken) || completed(rows);
  // All of it can't be noted while a part of it is not saved.
  const tapped = unsaved.length === 0 && taken !== wasTaken;
  return {
    changes: {
      lines: [...changed, ...added],
      unnamed: numbers.success && were.success ? changedFields(were.data, numbers.data) : {},
      taken: tapped ? taken : undefined
    },
    errors,
    unsaved
  };
}

/** Whether this very screen noted the last of everybody in the list. Somebody may still say afterwards that it is not all. */
const completed = (rows: readonly { was: Mark; now: Mark }[]): boolean =>
  everyNoted(rows.map(({ now }) => now)) && !everyNoted(rows.map(({ was }) => was));

/**
 * The number under which a line was sent in a form that came back in part; null when it was not in it. Lines may stand
 * elsewhere by then, since names that were saved are lines of their own.
 */
export function sentRow(values: Record<string, string>, line: AttendanceLine): number | null {
  const same = (field: string, id: string | null) => id !== null && values[field] === id;
  for (let row = 0; `name-${row}` in values; row++) {
    if (same(`person-${row}`, line.personId) || same(`place-${row}`, line.placeId) || same(`id-${row}`, line.id)) {
      return row;
    }
  }
  return null;
}

/** What a form that was saved in part brings back: names that are saved are not asked for again. */
export function leftOver(values: Record<string, string>, errors: Record<string, string>): Record<string, string> {
  if (errors['new-names']) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'new-names' && name !== 'new-ids'));
}

function rowOf(
  form: FormData,
  row: number,
  errors: Record<string, string>
): { was: Mark; now: Omit<AttendanceLine, 'key'> } {
  const status = statusOf(field(form, `status-${row}`));
  const madeUp = status === 'made_up';
  const on = field(form, `on-${row}`);
  const note = field(form, `note-${row}`);
  if (madeUp && !isDay(on))
    errors[`on-${row}`] = m.records_attendance_made_up_when({ name: field(form, `name-${row}`) });
  if (madeUp && (note.length > LIMITS.madeUpNote || !isKeepable(note))) {
    errors[`note-${row}`] = m.records_error_long({ max: LIMITS.madeUpNote });
  }
  return {
    was: {
      status: statusOf(field(form, `was-${row}`)),
      madeUpOn: field(form, `was-on-${row}`) || null,
      madeUpNote: field(form, `was-note-${row}`)
    },
    now: {
      id: field(form, `id-${row}`) || null,
      personId: field(form, `person-${row}`) || null,
      placeId: field(form, `place-${row}`) || null,
      name: field(form, `name-${row}`),
      status,
      madeUpOn: madeUp ? on : null,
      madeUpNote: madeUp ? note : ''
    }
  };
}

/** Names typed in, one a line, each with an id the form brought along: sent twice, it is one line. */
function newNames(form: FormData, errors: Record<string, string>): Omit<AttendanceLine, 'key'>[] {
  const ids = field(form, 'new-ids').split(' ');
  const names = field(form, 'new-names')
    .split(/\r\n|\n|\r/u)
    .map((name) => name.trim().replace(/\s+/gu, ' '))
    .filter((name) => name !== '');
  if (names.length > mostNewNames) errors['new-names'] = m.records_attendance_many_names({ max: mostNewNames });
  else if (names.some((name) => name.length > LIMITS.name || !isKeepable(name))) {
    errors['new-names'] = m.records_attendance_long_name({ max: LIMITS.name });
  }
  if (errors['new-names']) return [];
  const status = statusOf(field(form, 'new-status')) ?? 'present';
  return names.flatMap((name, index) => {
    const id = z.uuid().safeParse(ids[index]);
    return id.success && status !== 'made_up'
      ? [{ id: id.data, personId: null, placeId: null, name, status, madeUpOn: null, madeUpNote: '' }]
      : [];
  });
}
