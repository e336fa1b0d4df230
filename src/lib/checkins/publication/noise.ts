/**
 * Two-sided geometric noise: P(k) ∝ exp(−ε|k|) on the whole numbers. It is what makes a published level say almost the
 * same whether or not one person was in the strain band. Source: Ghosh, Roughgarden and Sundararajan, “Universally
 * utility-maximizing privacy mechanisms” (2009).
 */
import type { RandomBytes } from '../../ballots/randomBytes.ts';

/** How strongly one answer may show in one published level: at most a factor of exp(ε) either way. Not configurable. */
export const EPSILON = 2;

const ratio = Math.exp(-EPSILON);
/** Binary digits of a geometric number. The next one would be set with a chance of exp(−64). */
const DIGITS = 5;
const BYTES = 8;

/**
 * The chance of noise `k` (a whole number of people). What the sampler is tested against, and what the attack tests add
 * up.
 */
export function noiseMass(k: number): number {
  return ((1 - ratio) / (1 + ratio)) * ratio ** Math.abs(k);
}

/** A chance as a whole number of 64 bits: a lot below it has that chance. */
const limit = (chance: number): bigint => BigInt(Math.round(chance * 2 ** 64));
const some = limit(1 - noiseMass(0));
const half = 2n ** 63n;
// The binary digits of a geometric number are independent, and 2^j is among them with chance r^(2^j) / (1 + r^(2^j)).
const digits = Array.from({ length: DIGITS }, (_, digit) => limit(1 / (1 + ratio ** -(2 ** digit))));

/**
 * Draws the noise once: whether there is any, which way, and a geometric number more than one of it, digit by digit.
 * Lots are compared as whole numbers: no floating point in what is drawn, no rejection, 56 random bytes whatever comes
 * out.
 *
 * Bound: noise beyond ±32 never comes (together rarer than 10⁻²⁸), and every chance within is right to 10⁻⁵ of itself.
 */
export function drawNoise(random: RandomBytes): number {
  const [any, way, ...lots] = drawLots(2 + DIGITS, random) as [bigint, bigint, ...bigint[]];
  const size = lots.reduce((sum, lot, digit) => sum + (lot < digits[digit]! ? 2 ** digit : 0), 1);
  if (any >= some) return 0;
  return way < half ? size : -size;
}

/**
 * `count` random whole numbers of 64 bits. @throws RangeError when the source returns another number of bytes than it
 * was asked for.
 */
export function drawLots(count: number, random: RandomBytes): bigint[] {
  const bytes = random(count * BYTES);
  if (bytes.length !== count * BYTES) throw new RangeError('The random source returned too few or too many bytes.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, index) => view.getBigUint64(index * BYTES));
}

/** `count` of `n` people with noise, never below 0 or above `n`. */
export function noised(count: number, n: number, random: RandomBytes): number {
  return Math.min(n, Math.max(0, count + drawNoise(random)));
}
