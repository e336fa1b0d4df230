import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { KeyStore } from '../../src/lib/ballots/server/keyStore.ts';
import { keepValuesOutOfTheLog, setLogLevel } from '../../src/lib/server/log.ts';
import { encodeForm } from '../../src/lib/training/evaluation/answer.ts';
import { takeToken } from './device.ts';
import { dump, normalised } from './dump.ts';
import { best, fillIn, gatherCohort, openEvaluation, resultOf, worst, type Participant } from './evaluations.ts';
import { openStage, type Stage } from './stage.ts';
import { noShuffle } from './weakened.ts';

/** Five of six participants take a token and fill in the form, always in this order. Gives all that is left of it, read by someone who holds the key. */
async function whatIsLeft(forms: (typeof best)[], weaken = ''): Promise<string> {
  const stage = await openStage({ weaken });
  const printed: string[] = [];
  const keep = (text: unknown) => printed.push(String(text)) > 0;
  try {
    const { training, participants: asked } = await gatherCohort(stage, 6);
    const participants = asked.slice(0, 5);
    const evaluation = await openEvaluation(stage, training);
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation(keep),
      vi.spyOn(process.stderr, 'write').mockImplementation(keep)
    ];
    keepValuesOutOfTheLog();
    setLogLevel('all');
    try {
      const outcomes = await fillIn(stage, evaluation, participants, forms);
      expect(outcomes).toEqual(Array(5).fill('counted'));
    } finally {
      setLogLevel('errors');
      for (const spy of spies) spy.mockRestore();
    }
    return `${await normalised(await dump(stage), stage.keys.read(evaluation)!)}\n${printed.join('')}`;
  } finally {
    await stage.close();
  }
}

const forms = [worst, best, best, best, worst];
const swapped = [best, worst, best, worst, best];

describe('attack 1 on an evaluation:', () => {
  it('the same participants in the same order with other answers leave the same dump and log, byte for byte', async () => {
    const left = await whatIsLeft(forms);
    expect(left).toContain('ballot.evaluation_tokens');
    expect(left).toContain('[1,4,4,4,0');
    expect(await whatIsLeft(swapped)).toBe(left);
  });

  it('weakened: rows written as they come tell the two apart', async () => {
    expect(await whatIsLeft(swapped, noShuffle)).not.toBe(await whatIsLeft(forms, noShuffle));
  });
});

describe('an evaluation', () => {
  let stage: Stage;
  let training: string;
  let participants: Participant[];
  let days = 0;
  beforeAll(async () => {
    stage = await openStage();
    ({ training, participants } = await gatherCohort(stage, 7));
  });
  afterAll(() => stage.close());

  /** One that these forms come in for and the clock closes, a fortnight after the one before. */
  async function whole(filled: (typeof best)[], before = async (_: string) => {}) {
    await stage.clock(`${days} days`);
    const evaluation = await openEvaluation(stage, training);
    await fillIn(stage, evaluation, participants.slice(0, filled.length), filled);
    await before(evaluation);
    let opened = 0;
    const watched: KeyStore = { ...stage.keys, read: (id) => (opened++, stage.keys.read(id)) };
    await stage.clock(`${days + 1.01} days`);
    await stage.tend(watched);
    days += 14;
    const left = await stage.rows('select 1 from ballot.ballots union all select 1 from ballot.evaluation_tokens');
    return { evaluation, result: await resultOf(stage, evaluation), left, keys: stage.keys.list(), opened };
  }
  const again = (evaluation: string, respondents = 6) =>
    stage.service.rpc('publish_evaluation', {
      p_evaluation: evaluation,
      p_enough: true,
      p_respondents: respondents,
      p_counts: Array(3).fill([respondents, 0, 0, 0]),
      p_receipts: Array.from({ length: 64 }, (_, at) => at.toString(16).padStart(64, '0'))
    });

  it('attack 2: has all its ballots written by one transaction, whoever came when', async () => {
    const { result } = await whole([best, worst, best, worst, best, best], async () => {
      const xmins = `select count(distinct xmin::text)::int as xmins, count(*)::int as ballots from ballot.ballots`;
      expect(await stage.rows(xmins)).toEqual([{ xmins: 1, ballots: 6 }]);
    });
    expect(result).toMatchObject({ enough: true, respondents: 6 });
  });

  it('publishes exact counts at its end, and leaves no ballot, token or key', async () => {
    const { evaluation: _, ...rest } = await whole([best, best, worst, encodeForm([2, 0, 3]), encodeForm([1, 2, 3])]);
    const counts = [
      [3, 1, 0, 1],
      [2, 1, 0, 1],
      [2, 0, 2, 1]
    ];
    expect(rest).toMatchObject({
      result: { enough: true, key_lost: false, respondents: 5, counts },
      left: [],
      keys: []
    });
    expect(rest.result?.receipts).toHaveLength(64);
  });

  it('attack 10: publishes nothing of four forms, and its key goes before anything is opened', async () => {
    const { result, left, keys, opened } = await whole([best, best, worst, worst]);
    expect(result).toMatchObject({ enough: false, key_lost: false, respondents: null, counts: null });
    expect({ left, keys, opened }).toEqual({ left: [], keys: [], opened: 0 });
  });

  it('counts no form that is written in another way: five ballots of which one is none publish nothing', async () => {
    const marked = encodeForm([1, 1, 1]);
    marked[31] = 7;
    const { result } = await whole([best, best, best, best, marked]);
    expect(result).toMatchObject({ enough: false, counts: null });
  });

  it('attack 14: cannot be published a second time, nor changed, nor with fewer than five, nor with more than came', async () => {
    const { evaluation, result } = await whole(Array(5).fill(best), async (id) => {
      expect((await again(id)).data).toBe('not_due');
    });
    expect((await again(evaluation)).data).toBe('already');
    await expect(
      stage.run(`update public.evaluation_results set counts = '[]' where evaluation_id = '${evaluation}'`)
    ).rejects.toThrow('what was published is not changed');
    expect(await resultOf(stage, evaluation)).toEqual(result);

    await stage.clock(`${days} days`);
    const early = await openEvaluation(stage, training);
    await fillIn(stage, early, participants.slice(0, 5));
    await stage.clock(`${days + 1.01} days`);
    expect((await again(early, 4)).data).toBe('not_enough');
    expect((await again(early, 6)).data).toBe('not_enough');
    expect((await again(early, 5)).data).toBe('no_receipt');
    await stage.tend();
    expect(await resultOf(stage, early)).toMatchObject({ enough: true, respondents: 5 });
    days += 14;
  });

  it('gives its answers up a week after its end when the key is lost, and says so', async () => {
    await stage.clock(`${days} days`);
    const evaluation = await openEvaluation(stage, training);
    await fillIn(stage, evaluation, participants.slice(0, 5));
    stage.keys.destroy(evaluation);
    await stage.clock(`${days + 2} days`);
    await stage.tend();
    expect(await resultOf(stage, evaluation)).toBeUndefined();
    await stage.clock(`${days + 9} days`);
    await stage.tend();
    expect(await resultOf(stage, evaluation)).toMatchObject({ enough: false, key_lost: true, counts: null });
    days += 14;
  });

  it('is asked of those only who had a place when it opened', async () => {
    await stage.clock(`${days} days`);
    const [waiting] = (await gatherCohort(stage, 1)).participants;
    const evaluation = await openEvaluation(stage, training);
    await expect(takeToken(stage, waiting!, evaluation)).rejects.toThrow('not_listed');
    expect(stage.keys.list()).toEqual([evaluation]);
  });
});
