import type { CodedCircle } from './codedCircle.ts';
import { commentsCsv, tablesCsv } from './csv.ts';
import { reportHtml } from './html.ts';
import { recordJson, tablesJson } from './json.ts';
import type { Depth, Report } from './report.ts';

/**
 * A report as a file, by its name; null when there is none of that name. Comments and the whole record come from the coding (`circle`):
 * a published version has no such files.
 */
export function reportFile(
  name: string,
  report: Report,
  depth: Depth,
  circle: CodedCircle | null
): { type: string; body: string } | null {
  switch (name) {
    case 'report.html':
      return { type: 'text/html', body: reportHtml(report, depth) };
    case 'tables.csv':
      // The mark at the beginning tells spreadsheets that it is UTF-8.
      return { type: 'text/csv', body: `\uFEFF${tablesCsv(report)}` };
    case 'tables.json':
      return { type: 'application/json', body: tablesJson(report) };
    case 'comments.csv':
      return circle && { type: 'text/csv', body: `\uFEFF${commentsCsv(circle)}` };
    case 'record.json':
      return circle && { type: 'application/json', body: recordJson(circle) };
    default:
      return null;
  }
}

/** The circle with the ids its comments have in their note or record, where no two are the same: a file that is read in again is the same. */
export function forFiles({ coded, recordIds }: { coded: CodedCircle; recordIds: Record<string, string> }): CodedCircle {
  const ids = Object.values(recordIds);
  if (new Set(ids).size < ids.length) return coded;
  const named = <C extends { id: string }>(comment: C): C => ({ ...comment, id: recordIds[comment.id] ?? comment.id });
  const questions = coded.questions.map((question) => ({ ...question, comments: question.comments.map(named) }));
  return { ...coded, questions };
}
