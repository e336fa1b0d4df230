import { recordOf, type CodedCircle } from './codedCircle.ts';
import type { Report } from './report.ts';

/** The tables alone: one entry per question that has one, its themes largest first. */
export type Tables = {
  number: number;
  tableTitle: string;
  total: number;
  themes: { name: string; comments: number }[];
}[];

/**
 * The tables of a report, counted in comments whatever the report itself counts. A question whose comments are all in no theme has no
 * table. The database adds up the same tables when a report is published and compares (private.report_tables).
 */
export function tablesOf(report: Report): Tables {
  const withTable = report.questions.filter(({ themes }) => themes.length > 0);
  return withTable.map(({ number, tableTitle, themes }) => ({
    number,
    tableTitle,
    total: themes.reduce((sum, { counts }) => sum + counts.comments, 0),
    themes: themes
      .map(({ name, counts }) => ({ name, comments: counts.comments }))
      .sort((a, b) => b.comments - a.comments)
  }));
}

/** The tables as JSON text. */
export function tablesJson(report: Report): string {
  return `${JSON.stringify(tablesOf(report), null, 1)}\n`;
}

/** A circle as a `circle-record/1` file; reading it gives the same record again. */
export function recordJson(circle: CodedCircle): string {
  return `${JSON.stringify(recordOf(circle), null, 1)}\n`;
}
