import { CsvError, parse } from 'csv-parse/sync';
import { fromSpreadsheet } from '../../themes/csv.ts';
import { delimiterOf } from '../../themes/csvRecord.ts';
import { correctSchema, type Corrected } from './forms.ts';

/** A person as a line of a pasted list says it: `text` is the whole of it, and `line` counts from 1. */
export type ListedPerson = Corrected & { line: number; text: string };
/** A line that can't be added as it is, whole, and why. */
export interface RefusedLine {
  line: number;
  text: string;
  why: string;
}
export interface ReadList {
  /** The line of headings, which says how to read the others; empty where there is none. */
  heading: string;
  people: ListedPerson[];
  refused: RefusedLine[];
}

const headers = {
  name: ['name', 'fullname', 'participant'],
  first: ['firstname', 'first', 'givenname', 'forename'],
  last: ['lastname', 'last', 'surname', 'familyname'],
  email: ['email', 'emailaddress', 'mail'],
  workplace: ['workplace', 'organisation', 'organization', 'agency', 'employer', 'work']
} as const;
type Column = keyof typeof headers;

interface Line {
  line: number;
  raw: string;
  cells: string[];
}

/**
 * Reads people from what was typed or pasted from a spreadsheet: one a line, name, e-mail address and workplace between commas, semicolons or
 * tabs, with a line of headings or without. Every line is among the people or among the refused; empty ones aside.
 */
export function readPeople(text: string): ReadList {
  const lines = linesOf(text);
  const columns = lines[0] ? columnsOf(lines[0].cells) : null;
  const read: ReadList = { heading: columns ? (lines[0]?.raw ?? '') : '', people: [], refused: [] };
  for (const { line, raw, cells } of columns ? lines.slice(1) : lines) {
    const parsed = correctSchema.safeParse(columns ? byColumn(cells, columns) : byLook(cells));
    if (parsed.success) read.people.push({ line, text: raw, ...parsed.data });
    else
      read.refused.push({
        line,
        text: raw,
        why: [...new Set(parsed.error.issues.map((issue) => issue.message))].join(' ')
      });
  }
  return read;
}

/** Lines of people whose e-mail address stands in an earlier line too, or is among `known`, however it is written. */
export function linesTwice(people: readonly ListedPerson[], known: readonly string[]): Set<number> {
  const seen = new Set(known.map((email) => email.toLowerCase()));
  const twice = new Set<number>();
  for (const { line, email } of people) {
    if (email === '') continue;
    if (seen.has(email.toLowerCase())) twice.add(line);
    seen.add(email.toLowerCase());
  }
  return twice;
}

function linesOf(text: string): Line[] {
  try {
    return parsedLines(text, '"');
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quotation mark that nobody closed: it is a sign like any other then.
    return parsedLines(text, false);
  }
}

function parsedLines(text: string, quote: '"' | false): Line[] {
  const lines: Line[] = [];
  parse(text, {
    delimiter: delimiterOf(text.trimStart()),
    quote,
    bom: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    on_record: (given: unknown, { lines: last }: { lines: number }) => {
      const { record, raw } = given as { record: string[]; raw: string };
      const breaks = raw.trim().split(/\r\n|\n|\r/).length - 1;
      lines.push({ line: last - breaks, raw: raw.trim(), cells: record.map((cell) => fromSpreadsheet(cell).trim()) });
      return null;
    }
  });
  return lines;
}

/** Which column stands where, when the first line is one of headings; else null. */
function columnsOf(cells: readonly string[]): Map<Column, number> | null {
  if (cells.some((cell) => cell.includes('@'))) return null;
  const names = cells.map((cell) => cell.toLowerCase().replace(/[^\p{L}]/gu, ''));
  const found = new Map<Column, number>();
  for (const [column, aliases] of Object.entries(headers) as [Column, readonly string[]][]) {
    const place = names.findIndex((name) => aliases.includes(name));
    if (place >= 0) found.set(column, place);
  }
  return found.has('name') || found.has('first') || found.has('last') ? found : null;
}

function byColumn(cells: readonly string[], columns: Map<Column, number>) {
  const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
  const name = cell('name') || `${cell('first')} ${cell('last')}`;
  return { name, email: cell('email'), workplace: cell('workplace') };
}

/** A name or none, and an e-mail address, as mail programs write them. */
const addressed = /^["']*(.*?)[\s<"']*([^\s<>"'@]+@[^\s<>"'@]*)[>"']*$/;
/** Longer than any name with an address; what is longer is refused, and no pattern has to look through it. */
const longestCell = 400;

/**
 * The first cell with an e-mail address has it, alone or after a name; of the others the first is the name, and the rest the workplace. A cell
 * with an @ that is no address stands for one, so that it is looked at again.
 */
function byLook(cells: readonly string[]) {
  const found = cells.map((cell) => (cell.length > longestCell ? null : addressed.exec(cell)));
  const at = found.findIndex(Boolean);
  const place = at >= 0 ? at : cells.findIndex((cell) => cell.includes('@'));
  const [, before = '', email = cells[place] ?? ''] = found[at] ?? [];
  const [name = '', ...workplace] = cells.map((cell, i) => (i === place ? before : cell)).filter((cell) => cell !== '');
  return { name, email, workplace: workplace.join(', ') };
}
