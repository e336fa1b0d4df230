import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import { debriefMoments, maxDebrief } from './debrief.ts';

/** What is written for a moment; an empty text takes one's words away again. */
export const debriefSchema = z.object({
  moment: z.enum(debriefMoments),
  text: z
    .string()
    .trim()
    .max(maxDebrief, { error: () => m.circles_debrief_error_long({ max: maxDebrief }) })
});
export type DebriefWords = z.infer<typeof debriefSchema>;
