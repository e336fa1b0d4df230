import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingPractices, resultOf, toneOf, type Tone } from './result.ts';
import { ownScale } from './scales/ownScale.ts';

const all = ownScale.scales.flatMap((scale) =>
  [true, false].flatMap((isOwn) => scale.bands.map((_, band) => resultOf(scale, band, isOwn)))
);

describe('a result', () => {
  it('is told by how near its band is to the strain band, whichever end that is', () => {
    const [sustains, wears] = ownScale.scales;
    expect([0, 1, 2].map((band) => toneOf(sustains!, band))).toEqual<Tone[]>(['strain', 'middle', 'steady']);
    expect([0, 1, 2].map((band) => toneOf(wears!, band))).toEqual<Tone[]>(['steady', 'middle', 'strain']);
    const two = { bands: wears!.bands.slice(1), strain: 'much' };
    expect([0, 1].map((band) => toneOf(two, band))).toEqual<Tone[]>(['steady', 'strain']);
  });

  it('has its own words for each band of our own check-in, and words that fit any other scale', () => {
    expect(new Set(all.map(({ words }) => words)).size).toBe(12);
  });

  it('names no illness, gives no number, orders nothing and promises no watching', () => {
    for (const { words, title, band } of all)
      expect(`${title} ${band} ${words}`).not.toMatch(
        /\d|burn-?out|fatigue|trauma|disorder|depress|diagnos|symptom|risk|danger|alarm|urgent|must|should|score|we will/i
      );
  });

  it('has three different practices, and three for the whole check-in, the most strained first', () => {
    for (const { practices } of all) expect(new Set(practices).size).toBe(3);
    const bands = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 }));
    fc.assert(
      fc.property(bands, fc.boolean(), (chosen, isOwn) => {
        const results = ownScale.scales.map((scale, place) => resultOf(scale, chosen[place]!, isOwn));
        const practices = fittingPractices(results);
        expect(practices).toHaveLength(3);
        expect(new Set(practices).size).toBe(3);
        const strained = results.find(({ tone }) => tone === 'strain');
        if (strained) expect(practices[0]).toBe(strained.practices[0]);
      })
    );
    const one = resultOf(ownScale.scales[0]!, 0, true);
    expect(fittingPractices([one])).toEqual(one.practices);
  });
});
