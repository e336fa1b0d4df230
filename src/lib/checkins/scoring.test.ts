import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, holds, possibleRaws } from './scales/bands.ts';
import { fileOf, nineteenItems, thirtyItems } from './scales/invented.ts';
import { ownScale } from './scales/ownScale.ts';
import { readScale } from './scales/readScale.ts';
import { bandsToSend, scoreScale, scoreScales, scoreTotal } from './scoring.ts';

const thirty = readScale(fileOf(thirtyItems())).definition!;
const nineteen = readScale(fileOf(nineteenItems())).definition!;
const definitions = [ownScale, thirty, nineteen];
const full = fc.constantFrom(...definitions).chain((definition) =>
  fc.record({
    definition: fc.constant(definition),
    answers: fc.array(fc.constantFrom(...definition.answers.map(({ value }) => value)), {
      minLength: definition.statements.length,
      maxLength: definition.statements.length
    })
  })
);
const raw = (score: ReturnType<typeof scoreScale>) => ('raw' in score ? score.raw : expect.fail('not whole'));
const turnOf = ({ answers }: typeof ownScale) => answers[0]!.value + answers.at(-1)!.value;

describe('scoring', () => {
  it('of thirty items by hand: reversed ones as 6 − x, bands at 22, 23, 41 and 42', () => {
    // First scale, items 1, 4, 7 … 28, of which 1 and 4 are reversed: 2 × 5 + 8 × 1.
    expect(scoreScales(thirty, Array<number>(30).fill(1))[0]).toEqual({ raw: 18, band: 0 });
    expect([22, 23, 41, 42].map((score) => bandOf(thirty.scales[0]!.bands, score))).toEqual([0, 1, 1, 2]);
    expect(scoreTotal(thirty, Array<number>(30).fill(1))).toBeNull();
  });

  it('of nineteen items by hand: the mean of a scale, one item reversed, and the total', () => {
    const answers = [...Array<number>(6).fill(75), ...Array<number>(6).fill(100), 100, ...Array<number>(6).fill(25)];
    expect(scoreScales(nineteen, answers)).toEqual([
      { raw: 75, band: 1 },
      { raw: 600 / 7, band: 1 },
      { raw: 25, band: 0 }
    ]);
    expect(scoreTotal(nineteen, answers)).toEqual({ raw: (450 + 600 + 150) / 19, band: 1 });
  });

  it('gives no score to a scale with an open statement, and nothing is sent', () => {
    const answers: (number | null)[] = Array<number>(9).fill(2);
    answers[4] = null;
    expect(scoreScales(ownScale, answers)).toEqual([{ raw: 6, band: 1 }, { missing: [5] }, { raw: 6, band: 1 }]);
    expect(bandsToSend(scoreScales(ownScale, answers))).toBeNull();
    expect(bandsToSend(scoreScales(ownScale, Array<number>(9).fill(2)))).toEqual([1, 1, 1]);
  });

  it('takes a value that the definition does not list, or none at all, for no answer', () => {
    expect(scoreScales(ownScale, [7, NaN, undefined]).every((score) => 'missing' in score)).toBe(true);
    expect(scoreScales(ownScale, [])[0]).toEqual({ missing: [1, 4, 9] });
  });

  it('always finds a band, and only one holds the score', () => {
    fc.assert(
      fc.property(full, ({ definition, answers }) => {
        scoreScales(definition, answers).forEach((score, place) => {
          const { bands } = definition.scales[place]!;
          expect(bands.filter((band) => holds(band, raw(score)))).toHaveLength(1);
        });
      })
    );
    for (const { answers, scales } of definitions)
      for (const scale of scales)
        for (const one of possibleRaws(answers, scale))
          expect(scale.bands.filter((band) => holds(band, one))).toHaveLength(1);
  });

  it('is symmetric: turning every answer round turns the score round', () => {
    fc.assert(
      fc.property(full, ({ definition, answers }) => {
        const turn = turnOf(definition);
        const turned = scoreScales(
          definition,
          answers.map((value) => turn - value)
        );
        scoreScales(definition, answers).forEach((score, place) => {
          const { items, score: kind } = definition.scales[place]!;
          const whole = kind === 'mean' ? turn : turn * items.length;
          expect(raw(score) + raw(turned[place]!)).toBeCloseTo(whole, 9);
        });
      })
    );
  });

  it('reversing an item is answering it the other way round', () => {
    fc.assert(
      fc.property(full, fc.nat(), ({ definition, answers }, pick) => {
        const [scale] = definition.scales;
        const item = scale!.items[pick % scale!.items.length]!;
        const reversed = scale!.reversed.includes(item)
          ? scale!.reversed.filter((one) => one !== item)
          : [...scale!.reversed, item];
        const other = answers.with(item - 1, turnOf(definition) - answers[item - 1]!);
        expect(scoreScale(definition, { ...scale!, reversed }, other)).toEqual(scoreScale(definition, scale!, answers));
      })
    );
  });

  it('rises with every item that isn’t reversed, falls with every one that is, and no band goes the other way', () => {
    fc.assert(
      fc.property(full, fc.nat(), ({ definition, answers }, pick) => {
        const item = pick % answers.length;
        const higher = answers.with(item, Math.max(...definition.answers.map(({ value }) => value)));
        scoreScales(definition, answers).forEach((score, place) => {
          const scale = definition.scales[place]!;
          const after = scoreScales(definition, higher)[place]!;
          const change = raw(after) - raw(score);
          if (!scale.items.includes(item + 1)) expect(change).toBe(0);
          else if (scale.reversed.includes(item + 1)) expect(change).toBeLessThanOrEqual(0);
          else expect(change).toBeGreaterThanOrEqual(0);
          if ('band' in score && 'band' in after)
            expect(Math.sign(after.band - score.band) * change).toBeGreaterThanOrEqual(0);
        });
      })
    );
  });
});
