import { z } from 'zod';
import * as m from '../../paraglide/messages.js';

/** Which places are to have their certificate: one button each, or one for all that are ready. */
export const issueSchema = z.object({ place: z.union([z.uuid(), z.literal('all')]) });

export const revokeSchema = z.object({
  certificate: z.uuid(),
  why: z
    .string()
    .trim()
    .min(1, { error: () => m.training_certificates_revoke_why_missing() })
    .max(300, { error: () => m.training_certificates_revoke_why_long() })
});
