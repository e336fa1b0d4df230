import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import { placeKinds, type PlaceKind, type PlaceState } from './schema.ts';
import { steps } from './settling.ts';

const mostName = 80;
/** People in a list that is added in one go: more than a cohort and its waiting list, and still a page one can look through. */
export const mostLines = 100;
const longestList = 50_000;
const mostWorkplace = 120;
export const mostNote = 1000;

/** Without line breaks and other signs nobody sees, which the database would refuse. */
const oneLine = (typed: string) => typed.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const name = z
  .string({ error: () => m.training_places_error_name() })
  .transform((typed) => oneLine(typed))
  .pipe(
    z
      .string()
      .min(1, { error: () => m.training_places_error_name() })
      // As the database counts: whole characters, so that an emoji is one.
      .refine((typed) => [...typed].length <= mostName, {
        error: () => m.training_places_error_name_long({ max: mostName })
      })
  );
const address = z
  .string({ error: () => m.training_places_error_email() })
  .trim()
  .max(254, { error: () => m.training_places_error_email() })
  .pipe(z.email({ error: () => m.training_places_error_email() }));
const maybeAddress = z.string().trim().pipe(z.literal('').or(address));
const workplace = z
  .string()
  .default('')
  .transform((typed) => oneLine(typed))
  .refine((typed) => [...typed].length <= mostWorkplace, {
    error: () => m.training_places_error_workplace({ max: mostWorkplace })
  });
const kind = z.enum(placeKinds, { error: () => m.training_places_error_kind() });
/** Made with the form, so that the same form sent twice is one place. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: () => m.training_places_error_form() });

/** A visitor signs up. */
export const signUpSchema = z.object({ kind, name, email: address, workplace, secret });
/** A trainer adds somebody; an address is not always known. */
export const addSchema = z.object({ kind, name, email: maybeAddress, workplace, secret });
export const correctSchema = z.object({ name, email: maybeAddress, workplace });
const step = z.enum(steps, { error: () => m.training_places_error_form() });
/** Where somebody is to stand, and where they stood as the page showed it: a state and a kind of place in one word, so that one button says both. */
export const settleSchema = z.object({ step, from: step }).transform(({ step, from }) => {
  const [state, kind] = step.split(' ') as [PlaceState, PlaceKind];
  return { state, kind, from };
});
export const giveSchema = z.object({ place: z.uuid() });
export const newAddressSchema = z.object({ secret });
/** A list of people; `key` is made with the form, so that the same list sent twice is the same places. */
export const listSchema = z.object({
  kind,
  list: z.string().max(longestList, { error: () => m.training_places_list_too_long({ max: mostLines }) }),
  key: secret
});

/** A letter to everybody; `key` as above. */
export const writeSchema = z.object({
  note: z
    .string()
    .trim()
    // As browsers send line ends.
    .transform((typed) => typed.replace(/\r\n?/g, '\n'))
    .refine((typed) => [...typed].length <= mostNote, {
      error: () => m.training_places_write_note_long({ max: mostNote })
    }),
  key: secret
});

export type SignUp = z.infer<typeof signUpSchema>;
export type Added = z.infer<typeof addSchema>;
export type Corrected = z.infer<typeof correctSchema>;
export type Settled = z.infer<typeof settleSchema>;
