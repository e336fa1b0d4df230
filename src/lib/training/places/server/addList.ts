import type { Supabase } from '$lib/server/supabase';
import type { LetterPlace } from '../letter.ts';
import type { ListedPerson } from '../peopleList.ts';
import type { PlaceKind } from '../schema.ts';
import { sendPlaceLetters } from './letters.ts';
import { letterTraining, peopleOf } from './people.ts';
import { secretInList } from './placeKey.ts';
import { addPlace } from './signUp.ts';

/** Somebody of a list who has a place, or waits for one. `address`: the whole personal address. */
export interface AddedPerson {
  name: string;
  email: string;
  state: 'placed' | 'waiting';
  address: string;
}

interface List {
  kind: PlaceKind;
  /** Made with the form. */
  key: string;
  people: readonly ListedPerson[];
}

/**
 * Adds people one after the other, so that those further up the list have the places where there are too few for all, and writes to those with an
 * e-mail address. The same list with the same key again adds nobody and writes to nobody.
 * @param origin where people reach the server, without a slash at its end
 * @returns who was added, and who was not since the waiting list is full or they gave the place back since
 */
export async function addList(
  supabase: Supabase,
  training: string,
  { kind, key, people }: List,
  origin: string
): Promise<{ added: AddedPerson[]; left: ListedPerson[] }> {
  const before = new Set((await peopleOf(supabase, training)).map(({ id }) => id));
  const added: AddedPerson[] = [];
  const left: ListedPerson[] = [];
  const letters: { email: string; place: LetterPlace }[] = [];
  const met = new Map<string, number>();
  for (const person of people) {
    const { name, email, workplace } = person;
    // Two people may have the same name, and no e-mail address.
    const who = `${name}\n${email}`;
    const time = met.get(who) ?? 0;
    met.set(who, time + 1);
    const secret = secretInList(key, `${who}\n${time}`);
    const answer = await addPlace(supabase, training, { kind, name, email, workplace, secret });
    if (answer.status !== 'placed' && answer.status !== 'waiting') {
      left.push(person);
      continue;
    }
    const address = `${origin}/place/${secret}`;
    added.push({ name, email, state: answer.status, address });
    if (email !== '' && !before.has(answer.place))
      letters.push({ email, place: { kind, state: answer.status, address } });
  }
  if (letters.length > 0) await sendPlaceLetters('added', letters, await letterTraining(supabase, training, kind));
  return { added, left };
}
