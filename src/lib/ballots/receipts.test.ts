import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from './seeded.ts';
import { publishedReceipts } from './receipts.ts';

const nullifier = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const nullifiers = fc.uniqueArray(nullifier, { maxLength: 140 });

describe('published receipts', () => {
  it('hold every nullifier, are a multiple of 64, and are sorted', () => {
    fc.assert(
      fc.property(nullifiers, (real) => {
        const receipts = publishedReceipts(real, seeded('receipts'));
        expect(receipts.length).toBe(Math.max(64, Math.ceil(real.length / 64) * 64));
        expect(receipts).toEqual(receipts.toSorted());
        expect(new Set(receipts).size).toBe(receipts.length);
        expect(receipts).toEqual(expect.arrayContaining(real));
      }),
      { numRuns: 40 }
    );
  });

  it('say as little for 0 answers as for 64', () => {
    const real = (count: number) => publishedReceipts([], seeded('other')).slice(0, count);
    expect([0, 1, 5, 63, 64].map((count) => publishedReceipts(real(count), seeded('receipts')).length)).toEqual([
      64, 64, 64, 64, 64
    ]);
  });

  it('are alike, real or not: the place of the real ones in the order is uniform', () => {
    const random = seeded('places');
    let sum = 0;
    for (let i = 0; i < 400; i++) {
      const real = Buffer.from(random(32)).toString('hex');
      sum += publishedReceipts([real], random).indexOf(real);
    }
    // The mean of 400 places of 0–63 is 31.5 ± 0.92; four of those either way.
    expect(Math.abs(sum / 400 - 31.5)).toBeLessThan(3.7);
  });

  it('refuse what is not a nullifier, or one that came twice', () => {
    const good = 'ab'.repeat(32);
    for (const bad of [[good, good], ['AB'.repeat(32)], ['ab'], ['']])
      expect(() => publishedReceipts(bad, seeded('receipts'))).toThrow(TypeError);
    expect(() => publishedReceipts([], () => new Uint8Array(31))).toThrow(RangeError);
  });
});
