import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import { longestNote } from './note.ts';

const text = z
  .string()
  .trim()
  .min(1, { error: () => m.training_days_error_note() })
  .max(longestNote, { error: () => m.training_days_error_note_long({ max: longestNote }) });

export const noteSchema = z.object({ kind: z.enum(['note', 'parked']), text });
/** What can be done with a note, or with something parked. */
export const noteChangeSchema = z.discriminatedUnion('do', [
  z.object({ note: z.uuid(), do: z.enum(['settle', 'reopen', 'remove']) }),
  z.object({ note: z.uuid(), do: z.literal('move'), day: z.coerce.number().int().min(1).max(8) })
]);
export type NoteChange = z.infer<typeof noteChangeSchema>;
