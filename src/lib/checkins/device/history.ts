/**
 * A person's own history of check-ins, locked under a passphrase, as text that the browser keeps and that can be saved
 * as a file. WebCrypto only: PBKDF2-SHA-256, then one key for AES-GCM and a value to tell a wrong passphrase from a
 * changed file.
 */
import { fromBase64url, random, toBase64url, type Bytes } from '../../ballots/blind/bytes.ts';

/**
 * One check-in as it is remembered: words and places of bands, so that it can be read without its scale. `bands` are all
 * of the scale in its order, `strain` is the place of the strain band; the first histories were kept without them.
 */
export interface HistoryEntry {
  round: string;
  /** The day it was done, YYYY-MM-DD. */
  on: string;
  scales: { title: string; band: string; place: number; of: number; bands?: string[]; strain?: number }[];
}

/** `passphrase`: it doesn't open with this one. `file`: not a history of ours, or changed. `short`: too short to protect anything. */
export class HistoryLocked extends Error {
  readonly reason: 'passphrase' | 'file' | 'short';
  constructor(reason: HistoryLocked['reason']) {
    super(`Own history: ${reason}`);
    this.name = 'HistoryLocked';
    this.reason = reason;
  }
}

const FORMAT = 'circlewell-history/1';
/** Rounds of PBKDF2-SHA-256: what OWASP's password storage page asks for since 2023. */
export const ROUNDS = 600_000;
/** More would stop a phone for minutes: such a file was made to do that. */
const MOST_ROUNDS = 10_000_000;
export const SHORTEST_PASSPHRASE = 12;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 12;

type Locked = { format: string; rounds: number; salt: string; check: string; iv: string; data: string };

/** @throws HistoryLocked `short` for a passphrase of fewer than twelve characters. */
export async function lockHistory(entries: readonly HistoryEntry[], passphrase: string): Promise<string> {
  if (passphrase.length < SHORTEST_PASSPHRASE) throw new HistoryLocked('short');
  const [salt, iv] = [random(SALT_BYTES), random(IV_BYTES)];
  const { key, check } = await keysOf(passphrase, salt, ROUNDS);
  const plain = new TextEncoder().encode(JSON.stringify(entries));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: asBytes(FORMAT) }, key, plain);
  const locked: Locked = {
    format: FORMAT,
    rounds: ROUNDS,
    salt: toBase64url(salt),
    check,
    iv: toBase64url(iv),
    data: toText(new Uint8Array(data))
  };
  return JSON.stringify(locked);
}

/** The entries, oldest first. @throws HistoryLocked `file` or `passphrase`. */
export async function openHistory(text: string, passphrase: string): Promise<HistoryEntry[]> {
  const { rounds, salt, check, iv, data } = readLocked(text);
  const keys = await keysOf(passphrase, salt, rounds);
  if (keys.check !== check) throw new HistoryLocked('passphrase');
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: asBytes(FORMAT) }, keys.key, data);
    return JSON.parse(new TextDecoder().decode(plain)) as HistoryEntry[];
  } catch {
    throw new HistoryLocked('file');
  }
}

/** Two histories as one: a round that is in both is taken from the second. Oldest first. */
export function mergeHistory(before: readonly HistoryEntry[], after: readonly HistoryEntry[]): HistoryEntry[] {
  const byRound = new Map([...before, ...after].map((entry) => [entry.round, entry]));
  return [...byRound.values()].sort((a, b) => a.on.localeCompare(b.on));
}

/** Where the browser keeps it. */
export const historyKey = (person: string): string => `circlewell-history:${person}`;
/** There once somebody has said that nothing more is to be kept. */
export const historyOffKey = (person: string): string => `circlewell-history-off:${person}`;

function readLocked(text: string) {
  try {
    const { format, rounds, salt, check, iv, data } = JSON.parse(text) as Locked;
    const read = { rounds, salt: fromBase64url(salt), check, iv: fromBase64url(iv), data: fromBase64url(data) };
    const fits = format === FORMAT && Number.isInteger(rounds) && rounds >= ROUNDS && rounds <= MOST_ROUNDS;
    if (fits && read.salt.length === SALT_BYTES && read.iv.length === IV_BYTES) return read;
  } catch {
    // Falls through: whatever is wrong with it, it is not a history.
  }
  throw new HistoryLocked('file');
}

async function keysOf(passphrase: string, salt: Bytes, iterations: number) {
  // Composed characters, so that the same words typed on another keyboard open it.
  const words = asBytes(passphrase.normalize('NFC'));
  const typed = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveBits']);
  const slow = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    typed,
    8 * KEY_BYTES
  );
  const base = await crypto.subtle.importKey('raw', slow, 'HKDF', false, ['deriveBits']);
  const part = async (info: string) =>
    new Uint8Array(
      await crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: asBytes(info) },
        base,
        8 * KEY_BYTES
      )
    );
  const key = await crypto.subtle.importKey('raw', await part('key'), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, check: toBase64url(await part('check')) };
}

const asBytes = (text: string): Bytes => new TextEncoder().encode(text);

/** In parts: a spread of a long array into arguments ends in an error. */
function toText(bytes: Bytes): string {
  const part = 3 * 1024;
  let text = '';
  for (let at = 0; at < bytes.length; at += part) text += toBase64url(bytes.subarray(at, at + part));
  return text;
}
