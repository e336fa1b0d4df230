import * as m from '../paraglide/messages.js';
import type { CodedCircle } from './codedCircle.ts';
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

/** Gives a comment without its words when its id is among those that are held back. */
const blankIn =
  (ids: ReadonlySet<string>) =>
  <C extends { id: string; text: string }>(comment: C): C =>
    ids.has(comment.id) ? { ...comment, text: m.themes_publish_left_out() } : comment;

/** The coding with some comments left blank, for files of a draft. */
export function withheldInCircle(circle: CodedCircle, ids: ReadonlySet<string>): CodedCircle {
  const blank = blankIn(ids);
  const questions = circle.questions.map((question) => ({ ...question, comments: question.comments.map(blank) }));
  return { ...circle, questions };
}

/** The report with some comments left blank. They stay in their place and in every count. */
export function withheld(report: Report, ids: ReadonlySet<string>): Report {
  const blank = blankIn(ids);
  const questions = report.questions.map((question) => ({
    ...question,
    themes: question.themes.map((theme) => ({ ...theme, comments: theme.comments.map(blank) })),
    uncoded: question.uncoded.map(blank)
  }));
  return { ...report, questions };
}
