import { RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import * as m from '$lib/paraglide/messages';
import { letterOrigin, sendPlaceLetter } from '../../places/server/letters.ts';
import { ownLetter, ownPlace } from '../../places/server/ownPage.ts';
import { makeSecret } from '../../places/server/placeKey.ts';
import { removePlace } from '../../places/server/people.ts';
import { addPlace } from '../../places/server/signUp.ts';
import { here } from '../note.ts';
import { saveNotes, type HalfOfTraining } from './notes.ts';

/**
 * Somebody who has not signed up comes to an open day: takes a place on it and is here. Nobody waits at a door.
 * @throws RuleBroken when the open day is full
 */
export async function addVisitor(supabase: Supabase, at: HalfOfTraining, name: string): Promise<void> {
  const visitor = { kind: 'open_day' as const, name, email: '', workplace: '', secret: makeSecret() };
  const taken = await addPlace(supabase, at.training, visitor);
  if (taken.status === 'waiting') await removePlace(supabase, taken.place);
  if (taken.status !== 'placed') throw new RuleBroken(409, 'training_full', m.training_attendance_open_day_full());
  await saveNotes(supabase, at, [{ place: taken.place, ...here }]);
}

/** Sends who came in without having signed up the address of their own page, where they left an e-mail address. */
export async function writeToVisitor(
  supabase: Supabase,
  url: URL,
  { secret, email }: { secret: string; email: string },
  now: number
): Promise<void> {
  const own = email === '' ? null : await ownPlace(supabase, secret);
  if (!own) return;
  const address = `${await letterOrigin(url)}/place/${secret}`;
  await sendPlaceLetter('signed_up', { trainingId: own.training.id, email }, ...ownLetter(own, address), now);
}
