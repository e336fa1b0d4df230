import * as m from '../paraglide/messages.js';
import { completeRecord, type ReadQuestion } from './completeRecord.ts';
import { fileProblem, type Problem, type ReadResult } from './problem.ts';
import { faultsOf, salvage } from './salvage.ts';
import { recordCommentSchema, recordQuestionSchema } from './schema.ts';

/** One comment on one line of a table or of pasted text, as it was written. `line` counts from 1. */
export type Row = { line: number; text: string } & Partial<
  Record<'question' | 'prompt' | 'tableTitle' | 'theme' | 'count' | 'group', string>
>;

/**
 * Makes a record of rows. A row's question is a number (`3`, `Q3`, `Question 3`) or its words; without one it belongs to the
 * question of the row above (spreadsheets merge such cells), and at the top to question 1. Questions given by their words take
 * the numbers that are free, in order.
 */
export function recordOfRows(rows: Row[], title: string, problems: Problem[]): ReadResult {
  const questions = groupByQuestion(rows);
  const numbers = new Set(questions.flatMap(({ name }) => numberIn(name) ?? []));
  const read = questions.map(({ name, rows }) => {
    const number = numberIn(name) ?? freeNumber(numbers);
    const prompt = rows.find((row) => row.prompt)?.prompt ?? (numberIn(name) === null ? name : '');
    const tableTitle = rows.find((row) => row.tableTitle)?.tableTitle ?? '';
    const { value, faults } = salvage(recordQuestionSchema, { number, prompt, tableTitle });
    const where = m.themes_where_question({ number });
    problems.push(...faults.map((why) => ({ where, what: m.themes_problem_field_out({ why }) })));
    const comments = rows.flatMap((row) => readRow(row, problems) ?? []);
    return value && { ...value, themes: [], comments };
  });
  const kept = read.filter((question) => question !== null && question.comments.length > 0) as ReadQuestion[];
  if (kept.length > 0) return { record: completeRecord({ title, kind: null, heldOn: [] }, kept), problems };
  return { record: null, problems: problems.length > 0 ? problems : [fileProblem(m.themes_problem_no_comments())] };
}

function groupByQuestion(rows: Row[]): { name: string; rows: Row[] }[] {
  const groups = new Map<string, { name: string; rows: Row[] }>();
  let name = '1';
  for (const row of rows) {
    name = row.question?.trim() || name;
    const key = String(numberIn(name) ?? name);
    if (!groups.has(key)) groups.set(key, { name, rows: [] });
    groups.get(key)!.rows.push(row);
  }
  return [...groups.values()];
}

function numberIn(name: string): number | null {
  const found = /^(?:q(?:uestion)?\.?\s*)?(\d{1,3})\.?$/i.exec(name);
  return found && Number(found[1]) > 0 ? Number(found[1]) : null;
}

function freeNumber(taken: Set<number>): number {
  let number = 1;
  while (taken.has(number)) number++;
  taken.add(number);
  return number;
}

function readRow(
  { line, text, count, theme, group }: Row,
  problems: Problem[]
): ReadQuestion['comments'][number] | null {
  const read = recordCommentSchema.safeParse({ text, count: count?.trim() || undefined, theme, group });
  if (read.success) return read.data;
  const why = faultsOf(read.error).join(' ');
  problems.push({ where: m.themes_where_line({ line }), what: m.themes_problem_row_out({ why }) });
  return null;
}
