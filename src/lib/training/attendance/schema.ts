import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import { addSchema, signUpSchema } from '../places/forms.ts';
import { mostMinutes } from './note.ts';

const minutes = z.coerce.number().int().min(0).max(mostMinutes);

/** Notes as the tap list sends them: whole results, so that the last one wins and the same one twice changes nothing. */
export const notesSchema = z
  .array(
    z
      .object({ place: z.uuid(), came: z.boolean().nullable(), lateMinutes: minutes, leftMinutes: minutes })
      .refine(({ came, lateMinutes, leftMinutes }) => came === true || lateMinutes + leftMinutes === 0)
  )
  .max(2600);

/** The same in a field of a form. */
export const notesField = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }
  })
  .pipe(notesSchema);

/** A line of text without signs nobody sees; counted as the database counts. */
const line = (most: number, sentence: () => string) =>
  z
    .string({ error: sentence })
    .transform((typed) => typed.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .refine((text) => text.length > 0 && [...text].length <= most, { error: sentence });

export const makeUpSchema = z.object({
  on: z.iso.date({ error: () => m.training_attendance_error_on() }),
  where: line(200, () => m.training_attendance_error_where({ max: 200 })),
  with: line(120, () => m.training_attendance_error_with({ max: 120 }))
});

export const countSchema = z.object({ by: z.coerce.number().int().min(-100).max(100) });

export const visitorSchema = z.object({ name: line(80, () => m.training_attendance_error_name({ max: 80 })) });

/** At the door: known by the address they signed up with, or not signed up at all. The secret is made with the form. */
export const doorEmailSchema = signUpSchema.pick({ email: true });
export const walkInSchema = addSchema.omit({ kind: true });
