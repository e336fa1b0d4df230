import * as m from '../paraglide/messages.js';
import { codedCircleOf } from './codedCircle.ts';
import { sizeProblem } from './fileText.ts';
import { importable } from './importing.ts';
import { tablesOf, type Tables } from './json.ts';
import { fileProblem, type Problem, type ReadResult } from './problem.ts';
import { commentsIn, readRecord } from './record.ts';
import { makeReport } from './report.ts';
import { salvage } from './salvage.ts';
import { MAX_RECORD_BYTES, recordCircleSchema, type CircleRecord } from './schema.ts';

/** What a form around a file adds to its size. */
const FORM_BYTES = 256 * 1024;

/** True when a request is so long that it need not be read, by what it says of itself. */
export function isTooLong(contentLength: string | null): boolean {
  return Number(contentLength ?? 0) > MAX_RECORD_BYTES + FORM_BYTES;
}

/** The one problem of a file that is too large. */
export function tooLarge(): Problem {
  return sizeProblem(MAX_RECORD_BYTES + 1)!;
}

/** What is shown of a record before it is saved. `kept` is the record as it will be saved, to be sent back and read again. */
export type Preview = {
  title: string;
  tables: Tables;
  comments: number;
  uncoded: number;
  kept: string;
};

/** Reads a file, or pasted text when there is none, as far as it can be kept here. */
export async function readSent(form: FormData): Promise<ReadResult> {
  const file = form.get('file');
  const pasted = String(form.get('text') ?? '');
  const title = String(form.get('title') ?? '');
  // A form without a chosen file sends one that has no name.
  const sent = file instanceof File && file.name !== '' ? file : null;
  const problem = sent && sizeProblem(sent.size);
  if (problem) return { record: null, problems: [problem] };
  if (!sent && pasted.trim() === '') return { record: null, problems: [fileProblem(m.themes_import_nothing())] };
  return keep(sent ? readRecord(await sent.bytes(), { name: sent.name, title }) : readRecord(pasted, { title }));
}

/** Reads what the preview sent back, with the title that was typed there. It has been out of our hands, so it is read as a file is. */
export function readKept(kept: string, title: string): ReadResult {
  const { record, problems } = keep(readRecord(kept, { format: 'json' }));
  const given = title.trim();
  if (!record || given === '') return { record, problems };
  const titled = salvage(recordCircleSchema, { ...record.circle, title: given });
  const where = m.themes_where_circle();
  return {
    record: { ...record, circle: { ...record.circle, title: titled.value?.title ?? record.circle.title } },
    problems: [...problems, ...titled.faults.map((what) => ({ where, what }))]
  };
}

function keep({ record, problems }: ReadResult): ReadResult {
  if (!record) return { record, problems };
  if (commentsIn(record) === 0) {
    return { record: null, problems: [...problems, fileProblem(m.themes_problem_no_comments())] };
  }
  const able = importable(record);
  return { record: able.record, problems: [...problems, ...able.problems] };
}

/** The preview of a record. */
export function previewOf(record: CircleRecord): Preview {
  const report = makeReport(codedCircleOf(record));
  return {
    title: record.circle.title,
    tables: tablesOf(report),
    comments: commentsIn(record),
    uncoded: report.questions.reduce((sum, { uncoded }) => sum + uncoded.length, 0),
    kept: JSON.stringify(record)
  };
}
