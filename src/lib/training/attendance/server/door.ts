import { z } from 'zod';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { audiences } from '../../curriculum/schema.ts';
import { contactsSchema, placeKinds } from '../../places/schema.ts';
import { hashOf, placeKey } from '../../places/server/placeKey.ts';
import type { HalfOfTraining } from './notes.ts';

// The generated types know no null among arguments.
const none = null as unknown as string;

const codeSchema = z.object({ code: z.string().regex(/^[0-9a-f]{16}$/), seconds: z.int().min(1).max(30) });

/** The code of this moment and the seconds until the next. For trainers. @throws RuleBroken 403 to anybody else */
export async function doorCode(supabase: Supabase, { training, day, half }: HalfOfTraining) {
  return codeSchema.parse(
    mustWork(await supabase.rpc('door_code', { p_training: training, p_day: day, p_half: half })) as unknown
  );
}

/** How many were noted as here in a half day. */
export async function cameIn(supabase: Supabase, { training, day, half }: HalfOfTraining): Promise<number> {
  const notes = supabase.from('training_attendance').select('place_id').eq('training_id', training).eq('came', true);
  return mustWork(await notes.eq('day', day).eq('half', half)).length;
}

const doorSchema = z
  .object({
    open: z.boolean(),
    title: z.string(),
    organisation: z.string(),
    day: z.int(),
    half: z.literal([1, 2]),
    held_on: z.iso.date(),
    audience: z.enum(audiences),
    /** How people reach the trainers; may be empty. */
    contact: z.string(),
    contacts: contactsSchema
  })
  .transform(({ held_on, ...rest }) => ({ ...rest, heldOn: held_on }));
export type Door = z.infer<typeof doorSchema>;
/** Whom a half day lets in. */
export type HalfAtDoor = Pick<Door, 'day' | 'half' | 'audience'>;

export interface Code extends HalfOfTraining {
  code: string;
}
const asked = ({ training, day, half, code }: Code) => ({
  p_training: training,
  p_day: day,
  p_half: half,
  p_code: code
});

/** What the page behind a code says; null when there is no such half day, or nobody has opened its door yet. */
export async function doorOf(supabase: Supabase, code: Code): Promise<Door | null> {
  const answer = mustWork(await supabase.rpc('door', asked(code))) as unknown;
  return answer === null ? null : doorSchema.parse(answer);
}

const noted = z.object({
  outcome: z.enum(['here', 'already', 'closed', 'unknown']),
  /** Minutes after the start that are noted. */
  late: z.int().min(0),
  /** Of the place they are noted by; null where there is none. */
  kind: z.enum(placeKinds).nullable()
});
export type DoorAnswer = z.infer<typeof noted>;

/** Notes that somebody came: by what opens their own page (the last part of `/place/…`), or by the e-mail address they signed up with. */
export async function comeIn(
  supabase: Supabase,
  code: Code,
  by: { page: string } | { email: string }
): Promise<DoorAnswer> {
  const nobody = { p_secret_hash: none, p_place: none };
  const who = 'page' in by ? { ...(placeKey(by.page) ?? nobody), p_email: none } : { ...nobody, p_email: by.email };
  return noted.parse(mustWork(await supabase.rpc('at_the_door', { ...asked(code), ...who })));
}

const walked = z.object({ outcome: z.enum(['placed', 'full', 'closed']), late: z.int().min(0) });

/** Somebody who has not signed up comes to an open day. */
export async function walkIn(
  supabase: Supabase,
  code: Code,
  { name, email, workplace, secret }: { name: string; email: string; workplace: string; secret: string }
): Promise<z.infer<typeof walked>['outcome']> {
  const visitor = { p_name: name, p_email: email, p_workplace: workplace, p_secret_hash: hashOf(secret) };
  return walked.parse(mustWork(await supabase.rpc('walk_in', { ...asked(code), ...visitor }))).outcome;
}
