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

/**
 * The form that adopts the next version: one line of the agreement a row in each box. `current` is the version the
 * screen was opened with (0 when there was none); a newer one in the meantime is refused by the store.
 */
export const adoptAgreementSchema = z
  .object({
    current: z.coerce.number().int().min(0),
    how: part(() => m.agreements_error_how()),
    limits: part(() => m.agreements_error_limits()),
    reviewOn: z.iso.date({ error: () => m.agreements_error_review() }).or(z.literal(''))
  })
  .transform(({ current, how, limits, reviewOn }) => ({
    current,
    lines: version(how, limits),
    reviewOn: reviewOn || null
  }));

export type AdoptedAgreement = z.infer<typeof adoptAgreementSchema>;
