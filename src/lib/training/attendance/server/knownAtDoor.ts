import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { ownPlace } from '../../places/server/ownPage.ts';
import type { PlaceKind } from '../../places/schema.ts';
import { sameHalf } from '../completion.ts';
import type { HalfAtDoor } from './door.ts';

/** Somebody whom the phone at the door knows. */
export interface KnownAtDoor {
  name: string;
  kind: PlaceKind;
  /** The last part of the address of their own page. */
  page: string;
  /** Minutes after the start at which they were noted; null while they aren't noted as here. */
  late: number | null;
}

/**
 * Who of these personal addresses, or else of who is signed in, has a place that lets them in: whose page was opened last; null when
 * nobody. Of two places by one e-mail address the one in the cohort, as for who comes in by it.
 * @param secrets of personal addresses, the latest first
 */
export async function knownAtDoor(
  supabase: Supabase,
  training: string,
  door: HalfAtDoor,
  secrets: readonly string[],
  person: string | null
): Promise<KnownAtDoor | null> {
  const pages = [...secrets, ...(person ? await placesOf(supabase, training, person) : [])];
  const known = (await Promise.all(pages.map(async (page) => ({ page, own: await ownPlace(supabase, page) })))).flatMap(
    ({ page, own }) => {
      if (own?.training.id !== training || own.state !== 'placed') return [];
      if (own.kind === 'open_day' && door.audience !== 'open') return [];
      const note = own.attendance.find(sameHalf(door));
      return [{ name: own.name, email: own.email, kind: own.kind, page, late: note?.came ? note.lateMinutes : null }];
    }
  );
  const [latest] = known;
  if (!latest) return null;
  const both = latest.email !== '' && known.find(({ kind, email }) => kind === 'cohort' && email === latest.email);
  const { name, kind, page, late } = both || latest;
  return { name, kind, page, late };
}

async function placesOf(supabase: Supabase, training: string, person: string): Promise<string[]> {
  const mine = supabase.from('training_places').select('id').eq('training_id', training).eq('person_id', person);
  return mustWork(await mine).map(({ id }) => id);
}
