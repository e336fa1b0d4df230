import { join } from 'node:path';
import { postThrough, type Post } from '$lib/server/post';
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

/**
 * Letters about a change, one after the other, waited for: whoever writes wants to know whom it did not reach. The same key again sends nothing, and tells
 * what became of it the first time.
 * @param key made with the form
 * @param now milliseconds since 1970
 * @returns the addresses whose letters could not be handed over
 */
export function sendChange(
  key: string,
  letters: readonly { email: string; place: LetterPlace }[],
  trainings: Record<PlaceKind, LetterTraining>,
  note: string,
  now: number
): Promise<string[]> {
  for (const [known, { at }] of changes) if (at < now - 3_600_000) changes.delete(known);
  const before = changes.get(key);
  if (before) return before.failed;
  const failed = (async () => {
    const send = await thePost();
    const refused: string[] = [];
    for (const { email, place } of letters)
      if (!(await send({ to: email, ...placeLetter('changed', place, trainings[place.kind], note) })))
        refused.push(email);
    return refused;
  })();
  changes.set(key, { at: now, failed });
  return failed;
}

const changes = new Map<string, { at: number; failed: Promise<string[]> }>();

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
