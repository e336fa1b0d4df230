import { randomBytes } from 'node:crypto';
import type { Backend } from '../../server/backend.ts';
import { logFault } from '../../server/log.ts';
import { decodeAnswer, type CheckinAnswer } from '../answer.ts';
import { BlindError } from '../blind/blindError.ts';
import { fromBase64url } from '../blind/bytes.ts';
import { importOpenKey, open } from '../blind/seal.ts';
import { generateRoundKeys, type RoundKeys } from '../blind/signer.ts';
import { fingerprintOf } from '../blind/token.ts';
import { LEAST_ANSWERS } from '../publication/level.ts';
import type { RandomBytes } from '../publication/noise.ts';
import { publish, type Publication } from '../publication/publish.ts';
import { publishedReceipts } from '../publication/receipts.ts';
import { ownScale } from '../scales/ownScale.ts';
import { readScale } from '../scales/readScale.ts';
import type { ScaleDefinition } from '../scales/schema.ts';
import {
  type Ballot,
  ballotsOf,
  boxClient,
  dueRounds,
  type DueRound,
  finishedOf,
  openRound,
  publishRound
} from './ballotBox.ts';
import type { KeyStore } from './keyStore.ts';

export type RoundJob = {
  backend: Backend;
  keys: KeyStore;
  /** Tests bring keys of their own; a pair takes up to a second to make. */
  makeKeys?: () => Promise<RoundKeys>;
  random?: RandomBytes;
};

const strong: RandomBytes = (length) => new Uint8Array(randomBytes(length));

/**
 * Does what the clock of the database says is due: opens rounds, closes rounds, and destroys the keys of those that are over. Each step can be
 * broken off anywhere and is finished by the next run. A round that fails is told in the log and does not hold up the others.
 */
export async function tendRounds(job: RoundJob): Promise<void> {
  let closed = false;
  for (const due of await dueRounds(boxClient(job.backend))) {
    try {
      if (due.step === 'open') await openDue(job, due);
      else closed = (await closeDue(job, due)) || closed;
    } catch (fault) {
      logFault('check-in-round', { id: due.round, kind: fault instanceof Error ? fault.name : typeof fault });
    }
  }
  if ((await destroyFinished(job)) || closed) await job.backend.vacuumBallots();
}

/** Keys first, then the round: if the server stops in between, the file is there for the next try. */
async function openDue({ backend, keys, makeKeys = generateRoundKeys }: RoundJob, due: DueRound): Promise<void> {
  const definition = definitionOf(due);
  if (!definition) throw new TypeError('The scale of this round is none.');
  const kept = keys.read(due.round) ?? keys.create(due.round, await makeKeys());
  await openRound(boxClient(backend), due.round, kept, definition);
}

/** The definition a round is to be asked with. An admin's file is checked once more: it may have come past our page. */
function definitionOf({ builtIn, definition }: DueRound): ScaleDefinition | null {
  return builtIn ? ownScale : readScale(JSON.stringify(definition)).definition;
}

/** Whether the round was published, by this server or, in the same moment, by another. */
async function closeDue({ backend, keys, random = strong }: RoundJob, due: DueRound): Promise<boolean> {
  const service = boxClient(backend);
  const say = async (publication: Publication, keyLost = false) => {
    const said = await publishRound(service, due.round, publication, receipts, keyLost);
    if (said !== 'published' && said !== 'already') throw new RangeError('The round was not published.');
    return true;
  };
  const ballots = await ballotsOf(service, due.round);
  const receipts = publishedReceipts(
    ballots.map(({ nullifier }) => nullifier),
    random
  );
  if (ballots.length < LEAST_ANSWERS) {
    // Nobody decrypts what may not be published: the key goes before anything is said.
    keys.destroy(due.round);
    return say({ enough: false });
  }
  const held = keys.read(due.round);
  if (!held || (await fingerprintOf(held.seal.publicKey)) !== due.sealFingerprint) {
    // Perhaps the folder is not mounted. After a week the answers are given up, and the page says so.
    logFault('check-in-key-missing', { id: due.round });
    return due.overdue && say({ enough: false }, true);
  }
  return say(await tally(ballots, held, due, random));
}

/** In memory only. A ballot that does not open, or is no answer to this scale, is left out without a word. */
async function tally(ballots: Ballot[], keys: RoundKeys, due: DueRound, random: RandomBytes): Promise<Publication> {
  const definition = due.definition as ScaleDefinition;
  const key = await importOpenKey(keys.seal.privateKey);
  const answers: CheckinAnswer[] = [];
  for (const { nullifier, sealed } of ballots) {
    try {
      const answer = decodeAnswer(await open(key, fromBase64url(sealed ?? ''), nullifier), definition);
      if (answer) answers.push(answer);
    } catch (fault) {
      if (!(fault instanceof BlindError)) throw fault;
    }
  }
  return publish(answers, definition, random);
}

/** Destroys keys that nothing can need any more, also after a stop at any point of a close. Whether there were any. */
async function destroyFinished({ backend, keys }: RoundJob): Promise<boolean> {
  const finished = await finishedOf(boxClient(backend), keys.list());
  for (const round of finished) keys.destroy(round);
  return finished.length > 0;
}
