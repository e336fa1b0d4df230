import { z } from 'zod';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { audiences } from '../../curriculum/schema.ts';
import { hashOf } from '../../places/server/placeKey.ts';
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
    audience: z.enum(audiences)
  })
  .transform(({ held_on, ...rest }) => ({ ...rest, heldOn: held_on }));
export type Door = z.infer<typeof doorSchema>;

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

const placeName = z.object({ name: z.string(), state: z.string(), training: z.object({ id: z.string() }) });

/** Who of these personal addresses, or else of who is signed in, has a place in the training; null when nobody. */
export async function knownAtDoor(
  supabase: Supabase,
  training: string,
  secrets: readonly string[],
  person: string | null
): Promise<{ name: string; secret: string | null } | null> {
  for (const secret of secrets) {
    const own = mustWork(await supabase.rpc('place_of', { p_secret_hash: hashOf(secret), p_place: none })) as unknown;
    const read = placeName.safeParse(own);
    if (read.success && read.data.training.id === training && read.data.state === 'placed')
      return { name: read.data.name, secret };
  }
  if (!person) return null;
  const mine = supabase.from('training_places').select('name').eq('training_id', training).eq('person_id', person);
  const row = mustWork(await mine.eq('state', 'placed').maybeSingle());
  return row ? { name: row.name, secret: null } : null;
}

const noted = z.enum(['here', 'already', 'closed', 'unknown']);
export type DoorAnswer = z.infer<typeof noted>;

/** Notes that somebody came: by the secret of their personal address, by the address they signed up with, or as who is signed in. */
export async function comeIn(
  supabase: Supabase,
  code: Code,
  by: { secret: string } | { email: string } | { account: true }
): Promise<DoorAnswer> {
  const who = {
    p_secret_hash: 'secret' in by ? hashOf(by.secret) : none,
    p_place: none,
    p_email: 'email' in by ? by.email : none
  };
  return noted.parse(mustWork(await supabase.rpc('at_the_door', { ...asked(code), ...who })));
}

const walked = z.enum(['placed', 'full', 'closed']);

/** Somebody who has not signed up comes to an open day. */
export async function walkIn(
  supabase: Supabase,
  code: Code,
  { name, email, workplace, secret }: { name: string; email: string; workplace: string; secret: string }
): Promise<z.infer<typeof walked>> {
  const visitor = { p_name: name, p_email: email, p_workplace: workplace, p_secret_hash: hashOf(secret) };
  return walked.parse(mustWork(await supabase.rpc('walk_in', { ...asked(code), ...visitor })));
}
