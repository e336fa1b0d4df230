import * as m from '../paraglide/messages.js';
import type { CodedCircle, CodedComment, CodedQuestion, Theme } from './codedCircle.ts';
import { countComments, countThemes, groupsThatAnswered, type CountBy, type Counts } from './counts.ts';
import { draftSummary } from './draftSummary.ts';
import { quantified } from './quantifier.ts';
import { saidByFew } from './smallNumbers.ts';

/** How much is read: one page of summaries; the tables with them; or everything, each theme described with its comments. */
export const DEPTHS = ['page', 'tables', 'full'] as const;
export type Depth = (typeof DEPTHS)[number];

export type ReportComment = Omit<CodedComment, 'theme'>;
/** A row of the table and a numbered description are the same thing, so that neither its name nor its numbers can differ. */
export type ReportTheme = Theme & {
  /** Its place in the table, from 1. */
  number: number;
  counts: Counts;
  /** “Many of the comments (38 of 82)”. */
  share: string;
  /** Said by fewer than three groups or people: look at the wording before publishing. */
  fewVoices: boolean;
  comments: ReportComment[];
};
export type ReportQuestion = {
  number: number;
  prompt: string;
  tableTitle: string;
  groupsAnswered: number | string | null;
  /** What a person wrote; null when nobody has, and then the draft stands in. */
  summary: string | null;
  draft: string;
  /** Themes with comments, largest first. */
  themes: ReportTheme[];
  /** What the themes add up to, in the report's own count. */
  total: number;
  /** Comments in no theme, counted as often as they were said; `uncoded` lists them. */
  uncodedTotal: number;
  uncoded: ReportComment[];
};
/** The themes report: plain data, so that a published version can be stored as it is and never changes. */
export type Report = {
  title: string;
  kind: string | null;
  heldOn: string[];
  countBy: CountBy;
  questions: ReportQuestion[];
};

/** Makes the report of a coded circle. Throws when its totals don't add up, which no input should bring about. */
export function makeReport(
  { title, kind, heldOn, questions }: CodedCircle,
  { countBy = 'comments' }: { countBy?: CountBy } = {}
): Report {
  return { title, kind, heldOn, countBy, questions: questions.map((question) => reportQuestion(question, countBy)) };
}

/** The report of one question. */
export function reportQuestion(question: CodedQuestion, countBy: CountBy = 'comments'): ReportQuestion {
  const { rows, coded, uncoded } = countThemes(question.themes, question.comments, countBy);
  const total = coded[countBy];
  const groupsAnswered = groupsThatAnswered(question);
  const whole = countBy === 'groups' && typeof groupsAnswered === 'number' ? groupsAnswered : total;
  const themes = rows
    .filter(({ comments }) => comments.length > 0)
    .map(({ theme, counts, comments }, index): ReportTheme => ({
      id: theme.id,
      name: theme.name,
      description: theme.description,
      number: index + 1,
      counts,
      share: quantified(counts[countBy], whole, countBy),
      fewVoices: saidByFew(comments, question.comments),
      comments: comments.map(reportComment)
    }));
  const uncodedTotal = countComments(uncoded).comments;
  const report = {
    number: question.number,
    prompt: question.prompt,
    tableTitle: question.tableTitle,
    groupsAnswered,
    summary: question.summary,
    draft: draftSummary({ themes, countBy, uncoded: uncoded.length, groupsAnswered }),
    themes,
    total,
    uncodedTotal,
    uncoded: uncoded.map(reportComment)
  };
  addUpAgain(report, countBy, question.comments.length);
  return report;
}

function reportComment({ id, text, count, group }: CodedComment): ReportComment {
  return { id, text, count, group };
}

/** True when a question has comments, at every depth and in a version without words. */
export function hasComments({ themes, total, uncodedTotal }: ReportQuestion): boolean {
  return themes.length > 0 || total + uncodedTotal > 0;
}

/** Adds every total again from the comments that are listed: a report whose numbers don't agree must not exist. */
function addUpAgain({ number, themes, total, uncoded }: ReportQuestion, countBy: CountBy, comments: number): void {
  const listed = themes.reduce((sum, theme) => sum + theme.comments.length, uncoded.length);
  const sum = themes.reduce((sum, theme) => sum + theme.counts[countBy], 0);
  const recounted = themes.every(
    ({ comments, counts }) => comments.reduce((sum, { count }) => sum + count, 0) === counts.comments
  );
  const adds = countBy === 'groups' ? sum >= total : sum === total;
  if (listed !== comments || !adds || !recounted) throw new Error(`Question ${number}: the table does not add up`);
}

/** Which parts a depth shows. */
export function partsAt(depth: Depth): { tables: boolean; descriptions: boolean } {
  return { tables: depth !== 'page', descriptions: depth === 'full' };
}

/** The report without what a depth does not show: what may be stored or sent when it is published at that depth. */
export function atDepth(report: Report, depth: Depth): Report {
  const { tables, descriptions } = partsAt(depth);
  const questions = report.questions.map((question) => ({
    ...question,
    themes: tables
      ? question.themes.map((theme) => (descriptions ? theme : { ...theme, description: '', comments: [] }))
      : [],
    uncoded: descriptions ? question.uncoded : []
  }));
  return { ...report, questions };
}

const COUNT_HEADINGS: Record<CountBy, () => string> = {
  comments: m.themes_report_comments_heading,
  groups: m.themes_report_groups_heading,
  distinct: m.themes_report_distinct_heading
};

/** The heading of the column of numbers, which says what is counted. */
export function countHeading(countBy: CountBy): string {
  return COUNT_HEADINGS[countBy]();
}

const COUNT_NOTES: Record<CountBy, () => string> = {
  comments: m.themes_report_counted_by_comments,
  groups: m.themes_report_counted_by_groups,
  distinct: m.themes_report_counted_by_distinct
};

/** A sentence that says what the numbers are. */
export function countNote(countBy: CountBy): string {
  return COUNT_NOTES[countBy]();
}

/** The label of the last line. Groups don't add up, so there it is no total. */
export function totalLabel(countBy: CountBy): string {
  return countBy === 'groups' ? m.themes_report_groups_total() : m.themes_report_total();
}

/** “Groups that answered: 20”, or null when nothing tells. */
export function groupsLine({ groupsAnswered }: Pick<ReportQuestion, 'groupsAnswered'>): string | null {
  return groupsAnswered === null ? null : m.themes_report_groups_answered({ groups: groupsAnswered });
}

/** “Not in a theme yet: 2 comments.”, or null when all are; shown at every depth, so that no comment goes missing unseen. */
export function uncodedLine({ uncodedTotal }: Pick<ReportQuestion, 'uncodedTotal'>): string | null {
  if (uncodedTotal === 0) return null;
  return m.themes_report_uncoded_total({ comments: m.themes_comments({ count: uncodedTotal }) });
}
