import { z } from 'zod';
import type { CountBy } from './counts.ts';
import type { Finding, Gap } from './publishing.ts';

const ticked = z.preprocess((value) => value === 'on', z.boolean());
const MEASURES = ['comments', 'groups', 'distinct'] as const satisfies readonly CountBy[];

export const publishSchema = z.object({
  /** The version this would be. */
  version: z.coerce.number().int().min(1).max(100_000),
  measure: z.enum(MEASURES).default('comments'),
  /** The groups agreed that their words are printed. */
  quotes: ticked,
  /** What was found was looked at. */
  looked: ticked,
  /** Comments that are printed although something was found in them. */
  print: z.array(z.uuid()).max(10_000)
});

/** Reads a form. `print` may stand in it many times. */
export function readPublishing(form: FormData) {
  return publishSchema.safeParse({ ...Object.fromEntries(form), print: form.getAll('print') });
}

type InComment = Extract<Finding, { kind: 'identifier' }> & { comment: string };
type InText = Extract<Finding, { kind: 'identifier' }>;
type Uncounted = Extract<Finding, { kind: 'typed_quantifier' }>;

const isInComment = (finding: Finding): finding is InComment =>
  finding.kind === 'identifier' && finding.comment !== null;

/**
 * Findings by what can be done about them: `comments` may identify someone and are left blank unless a person decides otherwise; `texts`
 * (summaries, names and descriptions of themes), `uncounted` (“most” without a number) and `fewVoices` can be put in other words. Consent to print words is asked for
 * the report as a whole.
 */
export function sortFindings(findings: readonly Finding[]) {
  const comments = new Map<string, InComment[]>();
  for (const finding of findings.filter(isInComment)) {
    comments.set(finding.comment, [...(comments.get(finding.comment) ?? []), finding]);
  }
  return {
    comments: [...comments.values()],
    texts: findings.filter((finding): finding is InText => finding.kind === 'identifier' && !isInComment(finding)),
    uncounted: findings.filter((finding): finding is Uncounted => finding.kind === 'typed_quantifier'),
    fewVoices: findings.filter((finding) => finding.kind === 'few_voices')
  };
}

/** True when there is something that a person must say was looked at. */
export function mustLook(findings: readonly Finding[], gaps: readonly Gap[]): boolean {
  const { texts, uncounted, fewVoices } = sortFindings(findings);
  return texts.length + uncounted.length + fewVoices.length + gaps.length > 0;
}

/** The comments that are printed without their words. */
export function leftOut(findings: readonly Finding[], print: readonly string[]): Set<string> {
  return new Set(findings.filter(isInComment).flatMap(({ comment }) => (print.includes(comment) ? [] : comment)));
}
