import { z } from 'zod';
import * as m from '../paraglide/messages.js';

/** What a person writes about a question; the longest texts are those of the table `questions`. */
export const questionTextSchema = z.object({
  summary: z
    .string()
    .trim()
    .max(4000, { error: () => m.themes_summary_long() }),
  tableTitle: z
    .string()
    .trim()
    .max(200, { error: () => m.themes_field_table_title() })
});
