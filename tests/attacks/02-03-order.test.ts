import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castManyRounds, chiSquared, PEOPLE, ROUNDS, turnsInOrder } from './bulk.ts';
import type { Stage } from './stage.ts';
import { noShuffle } from './weakened.ts';

/** How many ballots somebody gets right who puts them in order of xmin and place, and says that this is the order people came in. */
const guessedRight = (rounds: number[][]) =>
  rounds.reduce((sum, turns) => sum + turns.filter((turn, place) => turn === place + 1).length, 0);

/** Where the ballot of the one who came first lies, counted over the rounds. */
const placesOfTheFirst = (rounds: number[][]) =>
  Array.from({ length: PEOPLE }, (_, place) => rounds.filter((turns) => turns[place] === 1).length);

const distinctXmin = (stage: Stage) =>
  stage.rows<{ distinct: number }>(
    `select distinct count(distinct xmin::text) as "distinct" from ballot.ballots group by round_id`
  );

// By chance one ballot a round is guessed right, give or take one: over 400 rounds 400 ± 20. Six of these are passed once in a billion runs.
const CHANCE = { least: ROUNDS - 6 * Math.sqrt(ROUNDS), most: ROUNDS + 6 * Math.sqrt(ROUNDS) };
// Seven degrees of freedom: exceeded by chance once in a hundred million runs.
const CHI_LIMIT = 50.8;
// What is not shuffled shows in a few rounds already.
const FEW = 40;

describe(`after ${ROUNDS} rounds of ${PEOPLE}`, () => {
  let stage: Stage;
  let rounds: number[][];
  beforeAll(async () => {
    stage = await castManyRounds();
    rounds = await turnsInOrder(stage);
  });
  afterAll(() => stage.close());

  it('attack 2: all ballots of a round were written by one transaction, whoever came when', async () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(await distinctXmin(stage)).toEqual([{ distinct: 1 }]);
  });

  it('attack 2: a join by transaction and place guesses no better than chance', () => {
    expect(guessedRight(rounds)).toBeGreaterThan(CHANCE.least);
    expect(guessedRight(rounds)).toBeLessThan(CHANCE.most);
  });

  it('attack 3: the ballot of the first may lie anywhere (χ²)', () => {
    expect(chiSquared(placesOfTheFirst(rounds))).toBeLessThan(CHI_LIMIT);
  });
});

describe('weakened: without the shuffle', () => {
  let stage: Stage;
  let rounds: number[][];
  beforeAll(async () => {
    stage = await castManyRounds(noShuffle, FEW);
    rounds = await turnsInOrder(stage);
  });
  afterAll(() => stage.close());

  it('attack 2, weakened: every ballot has its own transaction, and all of them are guessed', async () => {
    expect(await distinctXmin(stage)).toEqual([{ distinct: PEOPLE }]);
    expect(guessedRight(rounds)).toBe(FEW * PEOPLE);
  });

  it('attack 3, weakened: the first always lies first', () => {
    expect(chiSquared(placesOfTheFirst(rounds))).toBeGreaterThan(CHI_LIMIT);
  });
});
