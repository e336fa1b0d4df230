import { scanForIdentifiers, type Identifier } from '../safety/identifierScan.ts';
import { typedQuantifiers, type TypedQuantifier } from './quantifier.ts';
import { atDepth, hasComments, type Depth, type Report, type ReportQuestion } from './report.ts';
import { voicesAreGroups } from './smallNumbers.ts';

/** Something to look at before a report is published. `question` is a number; `theme` and `comment` are ids. */
export type Finding = { question: number } & (
  | {
      kind: 'identifier';
      where: 'summary' | 'theme' | 'comment';
      theme: string | null;
      comment: string | null;
      found: Identifier;
    }
  | { kind: 'few_voices'; theme: string }
  | { kind: 'typed_quantifier'; found: TypedQuantifier }
);

/**
 * Goes through all that a report shows at a depth and finds what may identify a person, themes said by too few, and quantifier words
 * that a person typed into a summary. Whether people agreed to be quoted is asked when the report is published; no text tells it.
 */
export function beforePublishing(report: Report, depth: Depth): Finding[] {
  const shown = atDepth(report, depth);
  return shown.questions.flatMap((question, index) => checkQuestion(question, report.questions[index]!));
}

/** What a report leaves open. `question` is a number; `count` is of comments, one by one. */
export type Gap = { question: number } & (
  { kind: 'no_comments' } | { kind: 'no_summary' } | { kind: 'uncoded'; count: number }
);

/** Questions without comments or without a summary that a person wrote, and comments in no theme. */
export function gapsOf(report: Report): Gap[] {
  return report.questions.flatMap((question): Gap[] => {
    const { number, uncoded, summary } = question;
    if (!hasComments(question) && !summary) return [{ question: number, kind: 'no_comments' }];
    return [
      ...(uncoded.length > 0 ? [{ question: number, kind: 'uncoded', count: uncoded.length } as const] : []),
      ...(summary ? [] : [{ question: number, kind: 'no_summary' } as const])
    ];
  });
}

/** What stands behind themes that are not of few voices: groups only where every theme was counted so; null without themes. */
export function voicesOf(report: Report): 'groups' | 'comments' | null {
  const themes = report.questions.flatMap((question) => {
    const all = [...question.themes.flatMap(({ comments }) => comments), ...question.uncoded];
    return question.themes.map(({ comments }) => voicesAreGroups(comments, all));
  });
  if (themes.length === 0) return null;
  return themes.every(Boolean) ? 'groups' : 'comments';
}

function checkQuestion(shown: ReportQuestion, whole: ReportQuestion): Finding[] {
  const question = shown.number;
  const summary = shown.summary ?? '';
  const generated = whole.themes.flatMap(({ share, name }) => [share, name]);
  const scan = (text: string, where: 'summary' | 'theme' | 'comment', theme: string | null, comment: string | null) =>
    scanForIdentifiers(text).map((found): Finding => ({ kind: 'identifier', question, where, theme, comment, found }));
  const comments = [
    ...shown.themes.flatMap((theme) => theme.comments.map((comment) => ({ ...comment, theme: theme.id }))),
    ...shown.uncoded.map((comment) => ({ ...comment, theme: null }))
  ];
  return [
    ...scan(summary, 'summary', null, null),
    ...typedQuantifiers(summary, generated).map((found): Finding => ({ kind: 'typed_quantifier', question, found })),
    ...shown.themes.flatMap((theme) => [
      ...scan(theme.name, 'theme', theme.id, null),
      ...scan(theme.description, 'theme', theme.id, null),
      ...(theme.fewVoices ? [{ kind: 'few_voices', question, theme: theme.id } as const] : [])
    ]),
    ...comments.flatMap(({ id, text, theme }) => scan(text, 'comment', theme, id))
  ];
}
