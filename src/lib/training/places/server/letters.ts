import { join } from 'node:path';
import { postThrough, type Post } from '$lib/server/post';
import * as m from '$lib/paraglide/messages';
import { RuleBroken } from '$lib/server/errors';
import { rateLimit } from '$lib/server/rateLimit';
import { running } from '$lib/server/theBackend';
import { placeLetter, type LetterPlace, type LetterTraining, type Occasion } from '../letter.ts';
import type { PlaceKind } from '../schema.ts';

let post: Post | undefined;

async function thePost(): Promise<Post> {
  const { env } = await running();
  return (post ??= postThrough(env.SMTP_URL, env.MAIL_FROM, join(env.DATA_DIR, 'mail')));
}

/** Where people reach the server: as it is set, and else where the page was asked for. */
export async function originOf(url: URL): Promise<string> {
  const { env } = await running();
  return (env.ORIGIN ?? url.origin).replace(/\/$/, '');
}

/**
 * The same for a letter that a visitor sets off. Where letters really leave the server, the address must be set: a request can name any host,
 * and its sender would choose where the letter leads a stranger.
 */
export async function letterOrigin(url: URL): Promise<string> {
  const { env } = await running();
  return env.SMTP_URL && !env.ORIGIN ? `http://localhost:${process.env.PORT ?? 3000}` : originOf(url);
}

/** Counts on its own; the server uses the one below. True once an hour for an address in a training, however it is written. */
export function countLetters() {
  const allow = rateLimit(1, 3_600_000);
  return (training: string, email: string, now: number) => allow(`${training} ${email.toLowerCase()}`, now);
}

const mayWrite = countLetters();

interface Addressed {
  trainingId: string;
  /** Empty: not known, and nothing is sent. */
  email: string;
}

/**
 * Sends a letter about a place. Not waited for: how long the mail server takes would tell whether there was a letter. To who signs up, which
 * anybody can do in anybody's name, one an hour; a trainer's letters always go.
 * @param now milliseconds since 1970
 */
export async function sendPlaceLetter(
  occasion: Occasion,
  { trainingId, email }: Addressed,
  place: LetterPlace,
  training: LetterTraining,
  now: number
): Promise<void> {
  if (email === '' || (occasion === 'signed_up' && !mayWrite(trainingId, email, now))) return;
  await sendPlaceLetters(occasion, [{ email, place }], training);
}

/** A mail server that refused so many in a row is not asked for the others. */
const mostRefusals = 3;
/** Times that all the people of a training are written to within an hour, and that one person writes to people within a day. */
const mayWriteToAll = { training: rateLimit(3, 3_600_000), person: rateLimit(10, 24 * 3_600_000) };

interface Change {
  training: string;
  /** Id of who writes. */
  person: string;
  /** Made with the form. */
  key: string;
  note: string;
  letters: readonly { email: string; place: LetterPlace }[];
  facts: Record<PlaceKind, LetterTraining>;
}

/**
 * Letters about a change, one after the other, waited for: whoever writes wants to know whom it did not reach. The same key again writes to those alone whom the
 * letter did not reach before.
 * @param now milliseconds since 1970
 * @returns the addresses whose letters could not be handed over
 * @throws RuleBroken 429 when people were written to too often
 */
export function sendChange(change: Change, now: number): Promise<string[]> {
  const { training, person, key, letters } = change;
  for (const [known, { settled }] of changes) if (settled < now - 3_600_000) changes.delete(known);
  const before = changes.get(key);
  if (!before && !(mayWriteToAll.training(training, now) && mayWriteToAll.person(person, now)))
    throw new RuleBroken(429, 'written_often', m.training_places_write_often());
  const left = before
    ? before.refused.then((refused) => letters.filter(({ email }) => refused.includes(email)))
    : Promise.resolve(letters);
  const kept = { settled: Infinity, refused: left.then((some) => handOver(some, change)) };
  changes.set(key, kept);
  // A run that broke off is forgotten, so that it can be tried again.
  kept.refused.then(
    () => (kept.settled = Date.now()),
    () => changes.delete(key)
  );
  return kept.refused;
}

const changes = new Map<string, { settled: number; refused: Promise<string[]> }>();

async function handOver(letters: Change['letters'], { facts, note }: Change): Promise<string[]> {
  const send = await thePost();
  const refused: string[] = [];
  let inARow = 0;
  for (const { email, place } of letters) {
    const sent =
      inARow < mostRefusals && (await send({ to: email, ...placeLetter('changed', place, facts[place.kind], note) }));
    inARow = sent ? 0 : inARow + 1;
    if (!sent) refused.push(email);
  }
  return refused;
}

/** Letters to several people, one after the other, so that a mail server is not met by all at once. Not waited for, as above. */
export async function sendPlaceLetters(
  occasion: Occasion,
  letters: readonly { email: string; place: LetterPlace }[],
  training: LetterTraining
): Promise<void> {
  const send = await thePost();
  void (async () => {
    for (const { email, place } of letters) await send({ to: email, ...placeLetter(occasion, place, training) });
  })();
}
