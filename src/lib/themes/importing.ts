import * as m from '../paraglide/messages.js';
import { fileProblem, type Problem, type ReadResult } from './problem.ts';
import { LIMITS, type CircleRecord } from './schema.ts';

const KINDS = ['introduction', 'staff', 'peer_support', 'gathering'];

/**
 * The record as the database function `import_circle` takes it, and what of it can't be kept: groups given in words. A kind
 * that Circlewell doesn't have becomes a gathering, the only kind that has many groups.
 */
export function importable(record: CircleRecord): ReadResult {
  const groups = new Set(record.questions.flatMap(({ comments }) => comments.flatMap(({ group }) => group ?? [])));
  if (groups.size > LIMITS.groups) {
    return { record: null, problems: [fileProblem(m.themes_problem_too_many_groups({ count: groups.size }))] };
  }
  const problems: Problem[] = [];
  const questions = record.questions.map((question) => {
    if (typeof question.groupsResponding !== 'string') return question;
    const what = m.themes_problem_groups_in_words({ groups: question.groupsResponding });
    problems.push({ where: m.themes_where_question({ number: question.number }), what });
    return { ...question, groupsResponding: null };
  });
  const kind = KINDS.find((kind) => kind === record.circle.kind) ?? 'gathering';
  return { record: { ...record, circle: { ...record.circle, kind }, questions }, problems };
}
