import * as m from '../paraglide/messages.js';
import type { Report } from './report.ts';

/** Named in every published version, so that one that was frozen years ago can still be told how to read. */
export const FROZEN_FORMAT = 'themes-report/1';

/** A published version as it is stored. `fingerprint` is that of the coding it was made of. */
export type FrozenReport = { format: typeof FROZEN_FORMAT; fingerprint: string; report: Report };

/** A published version in a list. `publishedBy`: null when that person is no longer known. */
export type ReportVersion = {
  version: number;
  quotesAgreed: boolean;
  publishedAt: string;
  publishedBy: string | null;
  fingerprint: string;
};

/** The report without anyone's words: themes, descriptions, summaries and counts stay. */
export function withoutWords(report: Report): Report {
  const questions = report.questions.map((question) => ({
    ...question,
    themes: question.themes.map((theme) => ({ ...theme, comments: [] })),
    uncoded: []
  }));
  return { ...report, questions };
}

/** The report with some comments left blank. They stay in their place and in every count. */
export function withheld(report: Report, ids: ReadonlySet<string>): Report {
  const blank = <C extends { id: string; text: string }>(comment: C): C =>
    ids.has(comment.id) ? { ...comment, text: m.themes_publish_left_out() } : comment;
  const questions = report.questions.map((question) => ({
    ...question,
    themes: question.themes.map((theme) => ({ ...theme, comments: theme.comments.map(blank) })),
    uncoded: question.uncoded.map(blank)
  }));
  return { ...report, questions };
}
