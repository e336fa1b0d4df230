import { afterEach, describe, expect, it } from 'vitest';
import { encodeForm } from '../../src/lib/training/evaluation/answer.ts';
import { best, fillIn, gatherCohort, joinTraining, openEvaluation, resultOf, worst, type Cohort } from './evaluations.ts'; // prettier-ignore
import { openStage, type Stage } from './stage.ts';
import { evaluationsBesideEachOther } from './weakened.ts';

let stage: Stage;
afterEach(() => stage.close());

const refused = 'the same statements are asked within a day';
const countsOf = async (evaluation: string) => (await resultOf(stage, evaluation))!.counts as number[][];
/** What is in the counts of the larger group and not in those of the smaller, a row a statement. */
const difference = (larger: number[][], smaller: number[][]) =>
  larger.map((row, at) => row.map((count, choice) => count - smaller[at]![choice]!));

const mine = encodeForm([4, 1, 3]);
/** The counts of this one form alone. */
const mineAlone = [
  [0, 0, 0, 1],
  [1, 0, 0, 0],
  [0, 0, 1, 0]
];

/** Six in the cohort and one at the open day, and both groups asked at once; gives what the difference says of the one. */
async function cohortFromEverybody(): Promise<number[][]> {
  const { training, code, participants } = await gatherCohort(stage, 6);
  const victim = await joinTraining(stage, code, 'Only at the open day', 'open_day');
  const [cohort, everybody] = [
    await openEvaluation(stage, training),
    await openEvaluation(stage, training, 'everybody')
  ];
  const forms = [best, worst, best, best, worst, best];
  await fillIn(stage, cohort, participants, forms);
  await fillIn(stage, everybody, [...participants, victim], [...forms, mine]);
  await stage.clock('1.01 days');
  await stage.tend();
  return difference(await countsOf(everybody), await countsOf(cohort));
}

/** Seven are asked; one gives the place back, and the six who are left are asked again when the first has closed. */
async function beforeAndAfterOneWent(hoursBetween: number): Promise<number[][]> {
  const { training, participants } = await gatherCohort(stage, 7);
  const forms = [best, worst, best, best, worst, best];
  const before = await openEvaluation(stage, training);
  await fillIn(stage, before, participants, [...forms, mine]);
  await stage.clock('24.2 hours');
  await stage.tend();
  await stage.run(`update public.training_places set state = 'withdrawn' where id = '${participants[6]!.id}'`);
  await stage.clock(`${24.1 + hoursBetween} hours`);
  const after = await openEvaluation(stage, training);
  await fillIn(stage, after, participants.slice(0, 6), forms);
  await stage.clock(`${50 + hoursBetween} hours`);
  await stage.tend();
  return difference(await countsOf(before), await countsOf(after));
}

/** One that waits for a sixth person, and another planned while it waits: the one person lets both open. */
async function waitingForOneMore(): Promise<{ cohort: Cohort; open: string[] }> {
  const cohort = await gatherCohort(stage, 5);
  await expect(openEvaluation(stage, cohort.training)).rejects.toThrow('did not open');
  await stage.clock('3 days');
  await joinTraining(stage, cohort.code, 'The sixth');
  await joinTraining(stage, cohort.code, 'At the open day', 'open_day');
  await openEvaluation(stage, cohort.training, 'everybody').catch(() => '');
  const open = await stage.rows<{ asked: string }>(
    `select asked from public.evaluations where opened_at is not null and training_id = '${cohort.training}'`
  );
  return { cohort, open: open.map(({ asked }) => asked) };
}

describe('attack 14: evaluations that could be subtracted', () => {
  it('a cohort and everybody are not asked the same at one time', async () => {
    stage = await openStage({ keysEach: true });
    await expect(cohortFromEverybody()).rejects.toThrow(refused);
  });

  it('weakened: two groups at one time give the answers of the one who is in only one of them', async () => {
    stage = await openStage({ keysEach: true, weaken: evaluationsBesideEachOther });
    expect(await cohortFromEverybody()).toEqual(mineAlone);
  });

  it('those who are left are not asked the same right after somebody went', async () => {
    stage = await openStage({ keysEach: true });
    await expect(beforeAndAfterOneWent(1)).rejects.toThrow(refused);
  });

  it('weakened: before and after one withdrawal give the answers of the one who went', async () => {
    stage = await openStage({ keysEach: true, weaken: evaluationsBesideEachOther });
    expect(await beforeAndAfterOneWent(1)).toEqual(mineAlone);
  });

  it('what stays: a day later it is allowed, and whoever answers both alike can be subtracted', async () => {
    stage = await openStage({ keysEach: true });
    expect(await beforeAndAfterOneWent(25)).toEqual(mineAlone);
  });

  it('one that waited for people does not open beside another', async () => {
    stage = await openStage();
    expect((await waitingForOneMore()).open).toHaveLength(1);
  });

  it('weakened: the sixth person opens both at once', async () => {
    stage = await openStage({ weaken: evaluationsBesideEachOther });
    expect((await waitingForOneMore()).open.toSorted()).toEqual(['cohort', 'everybody']);
  });
});
