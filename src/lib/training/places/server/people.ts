import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { Audience } from '../../curriculum/schema.ts';
import type { Corrected, Settled } from '../forms.ts';
import type { LetterTraining } from '../letter.ts';
import type { ListedPlace } from '../placeList.ts';
import type { PlaceKind, PlaceState } from '../schema.ts';
import { hashOf } from './placeKey.ts';

const columns = 'id, kind, state, name, email, workplace, person_id, turn, signed_up_on';

interface PlaceRow {
  id: string;
  kind: string;
  state: string;
  name: string;
  email: string;
  workplace: string;
  person_id: string | null;
  turn: number;
  signed_up_on: string;
}

const listed = ({ person_id, signed_up_on, ...row }: PlaceRow): ListedPlace => ({
  ...row,
  kind: row.kind as PlaceKind,
  state: row.state as PlaceState,
  hasAccount: person_id !== null,
  signedUpOn: signed_up_on
});

/** Everybody of a training, for its trainers. */
export async function peopleOf(supabase: Supabase, training: string): Promise<ListedPlace[]> {
  return mustWork(await supabase.from('training_places').select(columns).eq('training_id', training)).map(listed);
}

/** One of them; null when the place is in another training, or gone. */
export async function placeIn(supabase: Supabase, training: string, place: string): Promise<ListedPlace | null> {
  const row = supabase.from('training_places').select(columns).eq('training_id', training).eq('id', place);
  const found = mustWork(await row.maybeSingle());
  return found ? listed(found) : null;
}

/** How many places there are of each kind, where people sign up, and whether they can. */
export async function roomOf(supabase: Supabase, training: string) {
  const wanted = 'places, open_places, sign_up_open, sign_up_code, organisations(name)';
  const row = mustWork(await supabase.from('trainings').select(wanted).eq('id', training).single());
  return {
    cohort: row.places,
    openDay: row.open_places,
    signUpOpen: row.sign_up_open,
    code: row.sign_up_code,
    organisation: row.organisations.name
  };
}

/** @throws RuleBroken 404 when the place is not theirs to change, or gone */
export async function correctPlace(supabase: Supabase, place: string, to: Corrected): Promise<void> {
  mustWork(await supabase.from('training_places').update(to).eq('id', place).select('id').single());
}

/**
 * Gives somebody a place, takes it back, puts them on the waiting list, or moves them between open day and cohort.
 * @throws RuleBroken 409 `place_changed` when they don't stand as they were shown
 */
export async function settlePlace(supabase: Supabase, place: string, { state, kind, from }: Settled): Promise<void> {
  mustWork(await supabase.rpc('settle_place', { p_place: place, p_state: state, p_kind: kind, p_expected: from }));
}

/** The secret of a new personal address; the address before opens nothing from now on. */
export async function setSecret(supabase: Supabase, place: string, secret: string): Promise<void> {
  const changed = supabase
    .from('training_places')
    .update({ secret_hash: hashOf(secret) })
    .eq('id', place);
  mustWork(await changed.select('id').single());
}

export async function removePlace(supabase: Supabase, place: string): Promise<void> {
  mustWork(await supabase.from('training_places').delete().eq('id', place).select('id').single());
}

/** What letters to people with this kind of place say of their training. */
export async function letterTraining(supabase: Supabase, training: string, kind: PlaceKind): Promise<LetterTraining> {
  const wanted = `title, venue, link, contact, time_zone, organisations(name),
    training_days(day, held_on, audience, morning_starts, afternoon_starts), training_sessions(day, half, minutes)`;
  const row = mustWork(await supabase.from('trainings').select(wanted).eq('id', training).single());
  const { title, venue, link, contact, time_zone, organisations, training_days, training_sessions } = row;
  return {
    title,
    organisation: organisations.name,
    venue,
    link,
    contact,
    timeZone: time_zone,
    days: training_days
      .filter(({ audience }) => kind === 'cohort' || (audience as Audience) === 'open')
      .map((day) => ({
        day: day.day,
        heldOn: day.held_on,
        morningStarts: day.morning_starts.slice(0, 5),
        afternoonStarts: day.afternoon_starts.slice(0, 5)
      }))
      .toSorted((a, b) => a.day - b.day),
    rows: training_sessions.map(({ day, half, minutes }) => ({ day, half: half === 1 ? 1 : 2, minutes }))
  };
}
