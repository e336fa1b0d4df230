import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import { slugSchema } from '../curriculum/schema.ts';
import { isBreak, longestTitle, longestTrainers, mostMinutes, mostSlots, slotFormats } from './slot.ts';

const minutes = z
  .int({ error: () => m.training_timetable_error_minutes({ max: mostMinutes }) })
  .min(1, { error: () => m.training_timetable_error_minutes({ max: mostMinutes }) })
  .max(mostMinutes, { error: () => m.training_timetable_error_minutes({ max: mostMinutes }) });

/** A row of a timetable as it may be stored. */
export const slotSchema = z
  .object({
    id: z.uuid(),
    day: z.int().min(1).max(8),
    half: z.literal([1, 2]),
    sessionKey: slugSchema.nullable(),
    title: z
      .string()
      .trim()
      .min(1, { error: () => m.training_timetable_error_title() })
      .max(longestTitle, { error: () => m.training_timetable_error_title_long({ max: longestTitle }) }),
    subject: z.string().max(60).nullable(),
    format: z.enum(slotFormats),
    minutes,
    trainers: z
      .string()
      .trim()
      .max(longestTrainers, { error: () => m.training_timetable_error_trainers({ max: longestTrainers }) })
  })
  .refine((slot) => isBreak(slot) || Boolean(slot.subject), {
    path: ['subject'],
    error: () => m.training_timetable_error_subject()
  });

/** A whole timetable. Its rows stand in order (edits.ts). */
export const timetableSchema = z
  .array(slotSchema)
  .max(mostSlots, { error: () => m.training_timetable_error_many({ max: mostSlots }) });

/** Sentences for a refused timetable: by row id and field, and one for the whole. */
export interface TimetableProblems {
  rows: Record<string, Partial<Record<string, string>>>;
  whole: string | null;
}

/** Sorts zod's issues by row and field, keeping the first sentence for each. */
export function timetableProblems(error: z.ZodError, ids: readonly string[]): TimetableProblems {
  const problems: TimetableProblems = { rows: {}, whole: null };
  for (const { path, message } of error.issues) {
    const [row, field] = path;
    const id = typeof row === 'number' ? ids[row] : undefined;
    if (id !== undefined && typeof field === 'string') (problems.rows[id] ??= {})[field] ??= message;
    else problems.whole ??= message;
  }
  return problems;
}

/** What a session took, as typed: empty is "not known". */
export const tookSchema = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, { error: () => m.training_timetable_error_took() })
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((took) => took === null || took <= 960, { error: () => m.training_timetable_error_took() });
