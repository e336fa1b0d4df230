import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckinAnswer } from '../answer.ts';
import { helpKeys } from '../help.ts';
import { ownScale } from '../scales/ownScale.ts';
import { seeded } from '../../ballots/seeded.ts';
import type { RandomBytes } from '../../ballots/randomBytes.ts';
import { organisationView } from './organisation.ts';
import { publish } from './publish.ts';

const answer: fc.Arbitrary<CheckinAnswer> = fc.record({
  bands: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })),
  help: fc.subarray([...helpKeys])
});
const answers = (minLength: number, maxLength: number) => fc.array(answer, { minLength, maxLength });
/** Lots of all ones: every digit of the noise is zero. */
const quiet: RandomBytes = (length) => new Uint8Array(length).fill(255);
const strained: CheckinAnswer = { bands: [0, 2, 2], help: [...helpKeys] };
const steady: CheckinAnswer = { bands: [2, 0, 0], help: [] };
const team = (n: number, inStrain: number) => Array.from({ length: n }, (_, i) => (i < inStrain ? strained : steady));

describe('attack 14: fewer than five', () => {
  it('answers publish nothing, whatever they are', () => {
    fc.assert(
      fc.property(answers(0, 4), fc.string(), (few, seed) => {
        expect(publish(few, ownScale, seeded(seed))).toEqual({ enough: false });
      })
    );
  });
  it('do not even draw noise', () => {
    const none: RandomBytes = () => expect.fail('no draw is needed');
    expect(publish(team(4, 2), ownScale, none)).toEqual({ enough: false });
  });
});

describe('a publication', () => {
  it.each([
    [5, 2, 0],
    [5, 3, 1],
    [9, 4, 0],
    [9, 5, 1],
    [10, 7, 2],
    [19, 12, 1],
    [20, 10, 2],
    [40, 30, 3],
    [41, 0, 0],
    [41, 41, 4]
  ])('of %i answers with %i in the strain band has level %i where there is no noise', (n, count, step) => {
    const published = publish(team(n, count), ownScale, quiet);
    const of = n < 10 ? 2 : n < 20 ? 3 : n <= 40 ? 4 : 5;
    expect(published).toMatchObject({
      enough: true,
      scales: ['sustains', 'wears', 'stays'].map((scale) => ({ scale, level: { step, of } }))
    });
  });

  it('holds levels and at most three help options, and no number of answers anywhere', () => {
    fc.assert(
      fc.property(answers(5, 60), fc.string(), (given, seed) => {
        const published = publish(given, ownScale, seeded(seed));
        if (!published.enough) return expect.fail();
        expect(Object.keys(published).sort()).toEqual(['enough', 'help', 'scales']);
        for (const one of published.scales) expect(Object.keys(one).sort()).toEqual(['level', 'scale']);
        for (const { level } of [...published.scales, ...published.help]) {
          expect(Object.keys(level).sort()).toEqual(['of', 'step']);
          expect(level.step).toBeGreaterThanOrEqual(0);
          expect(level.step).toBeLessThan(level.of);
        }
        expect(published.help.length).toBeLessThanOrEqual(3);
        const places = published.help.map(({ option }) => helpKeys.indexOf(option));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      })
    );
  });

  it('does not depend on the order of the answers', () => {
    const shuffled = answers(5, 30).chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))
    );
    fc.assert(
      fc.property(shuffled, fc.string(), ([given, other], seed) => {
        expect(publish(other, ownScale, seeded(seed))).toEqual(publish(given, ownScale, seeded(seed)));
      })
    );
  });

  it('takes as much from the random source for one team as for any other of its size', () => {
    const bytesFor = (given: CheckinAnswer[]) => {
      let bytes = 0;
      const random = seeded('bytes');
      publish(given, ownScale, (length) => ((bytes += length), random(length)));
      return bytes;
    };
    expect(bytesFor(team(9, 0))).toBe(bytesFor(team(9, 9)));
  });

  it('shows no help option of the lowest level, and draws lots between equal ones', () => {
    expect(publish(team(9, 0), ownScale, quiet)).toMatchObject({ help: [] });
    const random = seeded('lots');
    const shown = new Set<string>();
    for (let i = 0; i < 60; i++) {
      const published = publish(team(30, 30), ownScale, random);
      if (published.enough) for (const { option } of published.help) shown.add(option);
    }
    expect([...shown].sort()).toEqual([...helpKeys].sort());
  });
});

describe('attack 14: an organisation', () => {
  it('sees the same when the levels are the same, whatever the answers and team sizes behind them', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(answers(0, 12), answers(0, 12)), { maxLength: 6 }), (pairs) => {
        // Each pair is a team twice; where both publish the same, either may stand in the view.
        const published = pairs.map((pair) => pair.map((one) => publish(one, ownScale, quiet)));
        const same = published.filter(([one, other]) => JSON.stringify(one) === JSON.stringify(other));
        compared += same.length;
        const view = (which: number) =>
          organisationView(same.map((pair) => ({ definition: 'own', publication: pair[which]! })));
        expect(view(1)).toEqual(view(0));
      })
    );
    expect(compared).toBeGreaterThan(20);
  });

  it('sees nothing of the order of teams, nor of anything else that lies beside the levels', () => {
    const teams = [team(9, 9), team(9, 0), team(20, 6), team(3, 3)].map((given) => ({
      definition: 'own',
      publication: { ...publish(given, ownScale, quiet), answers: given.length }
    }));
    const view = organisationView(teams);
    expect(organisationView(teams.toReversed())).toEqual(view);
    expect(organisationView(teams.map((one) => ({ ...one, publication: { ...one.publication, answers: 0 } })))).toEqual(
      view
    );
    expect(view).toMatchObject({ published: 3, notEnough: 1 });
    expect(view.scales).toEqual(
      ['stays', 'sustains', 'wears'].map((scale) => ({ definition: 'own', scale, keep: 1, tend: 1, act: 1 }))
    );
    expect(view.help.length).toBeLessThanOrEqual(6);
  });
});
