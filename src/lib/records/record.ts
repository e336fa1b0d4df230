import type { AttendanceFigures, Unnamed } from './attendance.ts';

/** Things said that were written down, one a line, and how many there were in all when not every one was. */
export interface Counted {
  lines: string[];
  /** Null: the lines are all there was. */
  counted: number | null;
}

/** The record of a circle as it is stored; `version` 0: nobody has written it yet. */
export interface CircleRecord {
  topic: string;
  smallGroups: boolean;
  unnamed: Unnamed;
  attendanceTaken: boolean;
  comments: Counted;
  outcomes: Counted;
  suggestions: Counted;
  /** Null where there is none, or it is not this person's to read. */
  wellbeingNote: string | null;
  version: number;
}

export const countedParts = ['comments', 'outcomes', 'suggestions'] as const;
export type CountedPart = (typeof countedParts)[number];

export const nothingCounted: Counted = { lines: [], counted: null };
export const emptyRecord: CircleRecord = {
  topic: '',
  smallGroups: false,
  unnamed: { present: 0, apologies: 0, declined: 0 },
  attendanceTaken: false,
  comments: nothingCounted,
  outcomes: nothingCounted,
  suggestions: nothingCounted,
  wellbeingNote: null,
  version: 0
};

/** How many there were in all. */
export const totalOf = ({ lines, counted }: Counted): number => counted ?? lines.length;

/** A figure is kept only where it says more than the lines do. */
export const countedOf = (lines: string[], counted: number | null): Counted => ({
  lines,
  counted: counted === null || counted === lines.length ? null : counted
});

/** The lines of a text area: a line each, without empty ones and the marks people put before list items. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\n|\r/u)
    .map((line) => line.replace(/^\s*(?:[-*•–·▪]|\d{1,3}[.)])\s+/u, '').trim())
    .filter((line) => line !== '');
}

/**
 * How far attendance was noted: of nobody, of some by name, or as far as anybody knows. Figures alone, as of a paper list,
 * are all there is.
 */
export function attendanceNoted(record: CircleRecord, figures: AttendanceFigures): 'no' | 'in part' | 'yes' {
  if (record.attendanceTaken) return 'yes';
  const { present, apologies, declined } = record.unnamed;
  const all = figures.attended + figures.saidNo + figures.madeUp;
  if (all === 0) return 'no';
  return all > present + apologies + declined ? 'in part' : 'yes';
}

/** Whether there is anything to read in a record, beyond that the circle was held. */
export function isWritten(record: CircleRecord, figures: AttendanceFigures): boolean {
  return (
    record.topic !== '' ||
    record.wellbeingNote !== null ||
    record.attendanceTaken ||
    figures.attended + figures.saidNo + figures.madeUp > 0 ||
    countedParts.some((part) => totalOf(record[part]) > 0)
  );
}
