import { describe, expect, it } from 'vitest';
import type { RandomBytes } from '../../../ballots/randomBytes.ts';
import { drawNoise, EPSILON, noiseMass } from '../noise.ts';
import { largestRatio, neighbours, wrongLevels, type Mass } from './odds.ts';
import { seeded } from '../../../ballots/seeded.ts';

// Weakened noise, with which the checks below must fail.
const none: Mass = (noise) => (noise === 0 ? 1 : 0);
const tooLittle: Mass = (noise) => (noise < 0 ? 0 : (1 - Math.exp(-2.2)) * Math.exp(-2.2 * noise));

/**
 * χ² of 40,000 draws against the mass function, in the bins −4 … 4 and beyond on either side: 10 degrees of freedom.
 */
function misfit(draw: () => number): number {
  const draws = 40_000;
  const seen = new Map<number, number>();
  for (let i = 0; i < draws; i++) {
    const bin = Math.max(-5, Math.min(5, draw()));
    seen.set(bin, (seen.get(bin) ?? 0) + 1);
  }
  let sum = 0;
  for (let bin = -5; bin <= 5; bin++) {
    const expected = draws * (Math.abs(bin) < 5 ? noiseMass(bin) : noiseMass(5) / (1 - Math.exp(-EPSILON)));
    sum += ((seen.get(bin) ?? 0) - expected) ** 2 / expected;
  }
  return sum;
}
/** χ² with 10 degrees of freedom is above this once in a thousand. */
const LIMIT = 29.59;

describe('attack 13: what one answer shows', () => {
  it('no level is more than exp(ε) times as likely when one answer differs, in any team of 5 to 60', () => {
    const largest = largestRatio(noiseMass, 5, 60);
    expect(largest).toBeLessThanOrEqual(EPSILON + 1e-9);
    // It is reached: the check would see it if the noise were any smaller.
    expect(largest).toBeGreaterThan(EPSILON - 1e-9);
  });

  it('the same check catches missing, one-sided and smaller noise', () => {
    expect(largestRatio(none, 5, 40)).toBe(Infinity);
    expect(largestRatio(tooLittle, 5, 40)).toBe(Infinity);
    const smaller: Mass = (noise) => Math.exp(-2.1 * Math.abs(noise)) * Math.tanh(1.05);
    expect(largestRatio(smaller, 5, 40)).toBeGreaterThan(EPSILON + 0.05);
  });

  it('who knows all other answers and has no inkling of this one is at most 88.1 % sure after one level', () => {
    let sure = 0;
    let moved = 0;
    for (const { odds, other } of neighbours(noiseMass, 5, 60)) {
      odds.forEach((chance, step) => (sure = Math.max(sure, chance / (chance + other[step]!))));
      odds.forEach((chance, step) => (sure = Math.max(sure, other[step]! / (chance + other[step]!))));
      moved = Math.max(
        moved,
        odds.reduce((sum, chance, step) => sum + Math.abs(chance - other[step]!) / 2, 0)
      );
    }
    expect(sure).toBeCloseTo(1 / (1 + Math.exp(-EPSILON)), 9);
    expect(sure).toBeCloseTo(0.8808, 4);
    // 76 % is this one: by how much a single answer can move the chance of a level.
    expect(moved).toBeCloseTo(Math.tanh(EPSILON / 2), 9);
    expect(moved).toBeCloseTo(0.7616, 4);
  });

  it('is still of use: the level is the true one in 91 to 98 rounds of 100', () => {
    for (let n = 5; n <= 60; n++) {
      const { even, coin, worst } = wrongLevels(noiseMass, n);
      expect(even).toBeGreaterThan(0.017);
      expect(even).toBeLessThan(0.051);
      expect(coin).toBeLessThan(0.09);
      expect(worst).toBeLessThan(0.122);
    }
    expect(wrongLevels(noiseMass, 5).coin).toBeCloseTo(0.08, 3);
    expect(wrongLevels(noiseMass, 9).coin).toBeCloseTo(0.064, 3);
    expect(wrongLevels(none, 9).worst).toBe(0);
  });
});

describe('attack 13: the sampler', () => {
  it('fits the mass function', () => {
    const random = seeded('attack 13');
    expect(misfit(() => drawNoise(random))).toBeLessThan(LIMIT);
  });

  it('the same check catches a sampler a tenth too quiet, one that leans to a side and a poor source', () => {
    const random = seeded('attack 13');
    const coin = seeded('coin');
    const quiet = () => (coin(1)[0]! < 26 ? 0 : drawNoise(random));
    expect(misfit(quiet)).toBeGreaterThan(LIMIT);
    expect(misfit(() => drawNoise(random) || (coin(1)[0]! < 12 ? 1 : 0))).toBeGreaterThan(LIMIT);
    const poor: RandomBytes = (length) => random(length).map((byte) => byte & 0x7f);
    expect(misfit(() => drawNoise(poor))).toBeGreaterThan(LIMIT);
  });

  it('has the exact chances: every threshold found by bisection, every combination of digits', () => {
    // Whether there is noise, which way, and the five digits of what is more than one.
    const [any, way, ...digits] = chancesOfLots();
    const masses = new Map<number, number>();
    for (let pattern = 0; pattern < 32; pattern++) {
      const size = 1 + pattern;
      const chance = digits.reduce((product, one, digit) => product * ((pattern >> digit) & 1 ? one : 1 - one), any!);
      masses.set(size, chance * way!).set(-size, chance * (1 - way!));
    }
    masses.set(0, 1 - any!);
    for (let noise = -32; noise <= 32; noise++) {
      expect(Math.abs(masses.get(noise)! / noiseMass(noise) - 1)).toBeLessThan(1e-5);
      if (noise < 32)
        expect(Math.abs(Math.log(masses.get(noise)! / masses.get(noise + 1)!))).toBeLessThan(EPSILON + 1e-5);
    }
    const never = (2 * noiseMass(33)) / (1 - Math.exp(-EPSILON));
    expect(never).toBeLessThan(1e-28);
  });

  it('takes 56 bytes whatever comes out, and no other number of them', () => {
    const asked: number[] = [];
    const random = seeded('length');
    for (let i = 0; i < 200; i++)
      drawNoise((length) => {
        asked.push(length);
        return random(length);
      });
    expect(new Set(asked)).toEqual(new Set([56]));
    expect(() => drawNoise(() => new Uint8Array(55))).toThrow(RangeError);
  });

  it('reads a window into a larger buffer as what it is', () => {
    const large = new Uint8Array(200).fill(255);
    large.fill(0, 60, 68);
    expect(drawNoise((length) => large.subarray(60, 60 + length))).toBe(-1);
    expect(drawNoise((length) => large.subarray(61, 61 + length))).toBe(-1);
    expect(drawNoise((length) => large.subarray(68, 68 + length))).toBe(0);
  });
});

/** The chance of each of the seven lots that decide, to 64 bits: the smallest number with which the noise changes. */
function chancesOfLots(): number[] {
  const draw = (place: number, lot: bigint) => {
    const bytes = new Uint8Array(56).fill(255);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(0, 0n);
    view.setBigUint64(place * 8, lot);
    return drawNoise(() => bytes);
  };
  return Array.from({ length: 7 }, (_, place) => {
    let low = 0n;
    let high = 2n ** 64n - 1n;
    while (low < high) {
      const middle = (low + high) / 2n;
      if (draw(place, middle) === draw(place, 0n)) low = middle + 1n;
      else high = middle;
    }
    return Number(low) / 2 ** 64;
  });
}
