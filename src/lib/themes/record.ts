import * as m from '../paraglide/messages.js';
import { columnsOf, firstLineCells, readCsvRecord } from './csvRecord.ts';
import { fileText } from './fileText.ts';
import { readJsonRecord } from './jsonRecord.ts';
import { readPastedRecord } from './pastedRecord.ts';
import type { ReadResult } from './problem.ts';
import { LIMITS, type CircleRecord } from './schema.ts';

export type RecordFormat = 'json' | 'csv' | 'text';

const READERS = { json: readJsonRecord, csv: readCsvRecord, text: readPastedRecord };
const EXTENSIONS: Record<string, RecordFormat> = { json: 'json', csv: 'csv', tsv: 'csv', txt: 'text', md: 'text' };

/**
 * Reads a circle's record from the bytes or the text of a file: `circle-record/1` JSON, a CSV table or pasted text. Never throws
 * for what a file holds. The format is told by `format`, else by the ending of `name`, else by the text itself.
 * `title` is used where the file has none; without it the file's name is.
 */
export function readRecord(
  input: Uint8Array | string,
  { name = '', format, title }: { name?: string; format?: RecordFormat; title?: string } = {}
): ReadResult {
  const text = fileText(input);
  if (typeof text !== 'string') return { record: null, problems: [text] };
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const chosen = format ?? EXTENSIONS[ending] ?? formatOf(text);
  const fallback = title?.trim() || name.replace(/\.[a-z]+$/i, '').trim() || m.themes_untitled();
  return READERS[chosen](text, fallback.slice(0, LIMITS.title).toWellFormed());
}

function formatOf(text: string): RecordFormat {
  if (/^\s*[{[]/.test(text)) return 'json';
  const cells = firstLineCells(text);
  return cells.length > 1 && columnsOf(cells) ? 'csv' : 'text';
}

/** How many comments a record holds: what “import the n comments that can be read” offers. */
export function commentsIn(record: CircleRecord): number {
  return record.questions.reduce((sum, question) => sum + question.comments.length, 0);
}
