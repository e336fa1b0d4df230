import * as m from '../paraglide/messages.js';
import { completeRecord, type ReadQuestion } from './completeRecord.ts';
import { jsonFault } from './jsonFault.ts';
import { fileProblem, type Problem, type ReadResult } from './problem.ts';
import { faultsOf, isEntries, salvage, type Entries } from './salvage.ts';
import {
  RECORD_FORMAT,
  recordCircleSchema,
  recordCommentSchema,
  recordQuestionSchema,
  recordThemeSchema
} from './schema.ts';

/** Reads `circle-record/1` JSON part by part: a fault costs the part it is in, and is told. */
export function readJsonRecord(text: string, title: string): ReadResult {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { record: null, problems: [fileProblem(syntaxProblem(text))] };
  }
  const wrong = wrongFormat(file);
  if (wrong) return { record: null, problems: [fileProblem(wrong)] };

  const { circle, questions } = file as { circle?: unknown; questions: unknown[] };
  const problems: Problem[] = [];
  const read = salvage(recordCircleSchema, circle ?? {});
  const where = m.themes_where_circle();
  problems.push(...read.faults.map((why) => ({ where, what: m.themes_problem_field_out({ why }) })));
  const { title: ownTitle, kind, heldOn } = read.value ?? { title: null, kind: null, heldOn: [] };

  const seen = { numbers: new Set<number>(), ids: new Set<string>() };
  const kept = questions.flatMap((raw, index) => readQuestion(raw, index + 1, seen, problems) ?? []);
  return { record: completeRecord({ title: ownTitle ?? title, kind, heldOn }, kept), problems };
}

function syntaxProblem(text: string): string {
  const fault = jsonFault(text);
  if (!fault || fault.atEnd) return m.themes_problem_json_cut();
  return m.themes_problem_not_json({ line: fault.line, column: fault.column });
}

function wrongFormat(file: unknown): string | null {
  const format = isEntries(file) ? file.format : undefined;
  if (typeof format !== 'string') return m.themes_problem_format_missing();
  if (format !== RECORD_FORMAT) return m.themes_problem_format_other({ format: format.slice(0, 60) });
  return Array.isArray((file as Entries).questions) ? null : m.themes_problem_no_questions();
}

function readQuestion(
  raw: unknown,
  place: number,
  seen: { numbers: Set<number>; ids: Set<string> },
  problems: Problem[]
): ReadQuestion | null {
  const { value, faults } = salvage(recordQuestionSchema, raw);
  const comments = isEntries(raw) ? raw.comments : undefined;
  const where = value
    ? m.themes_where_question({ number: value.number })
    : m.themes_where_question_place({ place: place });
  const twice = value !== null && seen.numbers.has(value.number);
  if (!value || twice) {
    const lost = m.themes_comments({ count: Array.isArray(comments) ? comments.length : 0 });
    const why = twice ? m.themes_problem_question_twice() : faults.join(' ');
    problems.push({ where, what: m.themes_problem_question_out({ why, comments: lost }) });
    return null;
  }
  seen.numbers.add(value.number);
  problems.push(...faults.map((why) => ({ where, what: m.themes_problem_field_out({ why }) })));
  return {
    ...value,
    themes: readThemes(isEntries(raw) ? raw.themes : undefined, value.number, where, problems),
    comments: readComments(comments, value.number, where, seen.ids, problems)
  };
}

function readThemes(raw: unknown, number: number, where: string, problems: Problem[]): ReadQuestion['themes'] {
  if (raw == null) return [];
  if (!Array.isArray(raw)) {
    problems.push({ where, what: m.themes_problem_themes_list() });
    return [];
  }
  return raw.flatMap((theme, index) => {
    const { value, faults } = salvage(recordThemeSchema, theme);
    const place = m.themes_where_theme({ number, place: index + 1 });
    const what = value ? m.themes_problem_field_out : m.themes_problem_theme_out;
    problems.push(...faults.map((why) => ({ where: place, what: what({ why }) })));
    return value ?? [];
  });
}

/** A comment with any fault is left out whole: kept without its count or theme it would change the numbers. */
function readComments(
  raw: unknown,
  number: number,
  where: string,
  ids: Set<string>,
  problems: Problem[]
): ReadQuestion['comments'] {
  if (!Array.isArray(raw)) {
    if (raw != null) problems.push({ where, what: m.themes_problem_comments_list() });
    return [];
  }
  return raw.flatMap((entry, index) => {
    const read = recordCommentSchema.safeParse(entry);
    const twice = read.success && read.data.id !== null && ids.has(read.data.id);
    if (!read.success || twice) {
      const why = read.success ? m.themes_problem_id_twice() : faultsOf(read.error).join(' ');
      const place = m.themes_where_comment({ number, place: index + 1 });
      problems.push({ where: place, what: m.themes_problem_comment_out({ why }) });
      return [];
    }
    if (read.data.id !== null) ids.add(read.data.id);
    return read.data;
  });
}
