import { randomBytes } from 'node:crypto';
import type { Backend } from '../../server/backend.ts';
import { logFault } from '../../server/log.ts';
import { BlindError } from '../blind/blindError.ts';
import { type Bytes, fromBase64url } from '../blind/bytes.ts';
import { importOpenKey, open } from '../blind/seal.ts';
import { generateRoundKeys, type RoundKeys } from '../blind/signer.ts';
import { fingerprintOf } from '../blind/token.ts';
import { LEAST_ANSWERS } from '../leastAnswers.ts';
import type { RandomBytes } from '../randomBytes.ts';
import { publishedReceipts } from '../receipts.ts';
import { type Ballot, ballotsOf, boxClient } from './ballotBox.ts';
import type { BoxKind, DueRound } from './boxKind.ts';
import type { KeyStore } from './keyStore.ts';

export type RoundJob = {
  backend: Backend;
  keys: KeyStore;
  kinds: readonly BoxKind[];
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
  const service = boxClient(job.backend);
  let closed = false;
  for (const due of (await Promise.all(job.kinds.map((kind) => kind.due(service)))).flat()) {
    try {
      if (due.step === 'open') await openDue(job, due);
      else closed = (await closeDue(job, due)) || closed;
    } catch (fault) {
      logFault('ballot-round', { id: due.round, kind: fault instanceof Error ? fault.name : typeof fault });
    }
  }
  if ((await destroyFinished(job)) || closed) await job.backend.vacuumBallots();
}

/** Keys first, then the round: if the server stops in between, the file is there for the next try. */
async function openDue({ keys, makeKeys = generateRoundKeys }: RoundJob, due: DueRound): Promise<void> {
  await due.open(async () => keys.read(due.round) ?? keys.create(due.round, await makeKeys()));
}

/** Whether the round was published, by this server or, in the same moment, by another. */
async function closeDue({ backend, keys, random = strong }: RoundJob, due: DueRound): Promise<boolean> {
  const ballots = await ballotsOf(boxClient(backend), due.round);
  const receipts = publishedReceipts(
    ballots.map(({ nullifier }) => nullifier),
    random
  );
  const say = async (answers: Bytes[] | null, keyLost = false) => {
    const said = await due.publish({ answers, receipts, keyLost, random });
    if (said !== 'published' && said !== 'already') throw new RangeError('The round was not published.');
    return true;
  };
  if (ballots.length < LEAST_ANSWERS) {
    // Nobody decrypts what may not be published: the key goes before anything is said.
    keys.destroy(due.round);
    return say(null);
  }
  const held = keys.read(due.round);
  if (!held || (await fingerprintOf(held.seal.publicKey)) !== due.sealFingerprint) {
    // Perhaps the folder is not mounted. After a week the answers are given up, and the page says so.
    logFault('ballot-key-missing', { id: due.round });
    return due.overdue && say(null, true);
  }
  return say(await opened(ballots, held));
}

/** In memory only. A ballot that does not open is left out without a word. */
async function opened(ballots: Ballot[], keys: RoundKeys): Promise<Bytes[]> {
  const key = await importOpenKey(keys.seal.privateKey);
  const answers: Bytes[] = [];
  for (const { nullifier, sealed } of ballots) {
    try {
      answers.push(await open(key, fromBase64url(sealed ?? ''), nullifier));
    } catch (fault) {
      if (!(fault instanceof BlindError)) throw fault;
    }
  }
  return answers;
}

/** Destroys keys that no kind of round can need any more, also after a stop at any point of a close. Whether there were any. */
async function destroyFinished({ backend, keys, kinds }: RoundJob): Promise<boolean> {
  const held = keys.list();
  if (held.length === 0) return false;
  const standing = await Promise.all(kinds.map((kind) => kind.standing(boxClient(backend), held)));
  const finished = held.filter((round) => !standing.flat().includes(round));
  for (const round of finished) keys.destroy(round);
  return finished.length > 0;
}
