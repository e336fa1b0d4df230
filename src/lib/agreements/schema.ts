import { z } from 'zod';
import * as m from '../paraglide/messages.js';
import { linesOf, maxLine, maxLines, version } from './line.ts';

const part = (missing: () => string) =>
  z
    .string()
    .transform(linesOf)
    .pipe(
      z
        .array(z.string().max(maxLine, { error: () => m.agreements_error_line({ max: maxLine }) }))
        .min(1, { error: missing })
        .max(maxLines, { error: () => m.agreements_error_lines({ max: maxLines }) })
    );

const lines = {
  how: part(() => m.agreements_error_how()),
  limits: part(() => m.agreements_error_limits())
};
const day = z.iso.date({ error: () => m.agreements_error_review() }).or(z.literal(''));
const id = z.uuid({ error: () => m.agreements_error_gone() });
const said = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: () => m.agreements_error_long({ max }) });

/**
 * The form that adopts the next version: one line of the agreement a row in each box. `current` is the version the
 * screen was opened with (0 when there was none); a newer one in the meantime is refused by the store.
 */
export const adoptAgreementSchema = z
  .object({
    current: z.coerce.number().int().min(0),
    ...lines,
    reviewOn: day
  })
  .transform(({ current, how, limits, reviewOn }) => ({
    current,
    lines: version(how, limits),
    reviewOn: reviewOn || null
  }));

export type AdoptedAgreement = z.infer<typeof adoptAgreementSchema>;

/**
 * The form that proposes a change. `key` was made with the page: sent twice, it is one proposal. `replaces` names an older
 * proposal that this one brings up to date.
 */
export const proposeSchema = z
  .object({
    current: z.coerce.number().int().min(0),
    key: id,
    ...lines,
    why: said(1000),
    replaces: id.or(z.literal('')).default('')
  })
  .transform(({ current, key, how, limits, why, replaces }) => ({
    current,
    key,
    lines: version(how, limits),
    why,
    replaces: replaces || null
  }));
export type NewProposal = z.infer<typeof proposeSchema>;

export const remarkSchema = z.object({
  text: said(1000).min(1, { error: () => m.agreements_error_remark() })
});
export const takeBackSchema = z.object({ remark: id });
export const adoptProposalSchema = z.object({
  reviewOn: day.transform((typed) => typed || null)
});
export const acknowledgeSchema = z.object({ agreement: id });
