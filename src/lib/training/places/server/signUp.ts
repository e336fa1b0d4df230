import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { Added, SignUp } from '../forms.ts';
import { offerSchema, type Offer } from '../offer.ts';
import { placeStates } from '../schema.ts';
import { z } from 'zod';
import { hashOf } from './placeKey.ts';

/** What the page for signing up says; null when no training has this code. */
export async function offerOf(supabase: Supabase, code: string): Promise<Offer | null> {
  const answer = mustWork(await supabase.rpc('training_by_code', { p_code: code })) as unknown;
  return answer === null ? null : offerSchema.parse(answer);
}

const answerSchema = z.discriminatedUnion('status', [
  z.object({ status: z.enum([...placeStates, 'already']), place: z.uuid() }),
  z.object({ status: z.enum(['full', 'closed', 'unknown']) })
]);
export type SignUpAnswer = z.infer<typeof answerSchema>;

const asked = ({ kind, name, email, workplace, secret }: Added) => ({
  p_kind: kind,
  p_name: name,
  p_email: email,
  p_workplace: workplace,
  p_secret_hash: hashOf(secret)
});

/**
 * Takes a place, or one on the waiting list. The same form once more gives the same place: `withdrawn` when it was given back since. `already`:
 * who is signed in has another place here. `full`: the waiting list is too.
 */
export async function signUp(supabase: Supabase, code: string, form: SignUp): Promise<SignUpAnswer> {
  return answerSchema.parse(mustWork(await supabase.rpc('sign_up', { p_code: code, ...asked(form) })));
}

/** A trainer adds somebody who rang or wrote. */
export async function addPlace(supabase: Supabase, training: string, form: Added): Promise<SignUpAnswer> {
  return answerSchema.parse(mustWork(await supabase.rpc('add_place', { p_training: training, ...asked(form) })));
}
