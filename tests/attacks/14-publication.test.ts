import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { organisationView } from '../../src/lib/checkins/publication/organisation.ts';
import { organisationCheckInRows, publicationOf, publishedElsewhere } from './publications.ts';
import { cast, high, low, takeToken } from './device.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from './stage.ts';
import { levelsOfAnyTeam, manyReportingTeams, publishedTwice } from './weakened.ts';

let stage: Stage;
let workers: Worker[];
async function start(weaken = ''): Promise<void> {
  stage = await openStage({ weaken });
  workers = await gatherWorkers(stage, 6);
}
afterEach(() => stage.close());

/** A round that so many answer, over by the clock and published by the server. */
async function answered(at: number, voters: number, answer = high): Promise<string> {
  await stage.clock(`${at} days`);
  const round = await openRoundNow(stage);
  for (const worker of workers.slice(0, voters))
    await cast(stage, round, await takeToken(stage, worker, round), answer);
  await stage.clock(`${at + 7.01} days`);
  await stage.tend();
  return round;
}

const padding = Array.from({ length: 64 }, (_, at) => at.toString(16).padStart(64, '0'));
const level = fc.record({ step: fc.constantFrom(0, 1), of: fc.constant(2) });
const levels = fc.array(fc.record({ scale: fc.constantFrom('wears', 'stays'), level }), { minLength: 1, maxLength: 3 });

/** Publishes these levels for the round, whatever it said before; what the database answered. */
async function publishAgain(round: string, said: unknown): Promise<string> {
  const { data, error } = await stage.service.rpc('publish_round', {
    ...{ p_round: round, p_enough: true, p_levels: said as never, p_help: [], p_receipts: padding }
  });
  return error ? 'refused' : String(data);
}

describe('attack 14: on the database', () => {
  it('fewer than five answers publish nothing, whatever they say and whatever the server sends', async () => {
    await start();
    for (const [index, voters] of [0, 1, 4].entries()) {
      const round = await answered(29 * index, voters, index % 2 ? low : high);
      const published = await publicationOf(stage, round);
      expect(published).toMatchObject({ enough: false, levels: [], help: [] });
      expect(published?.receipts).toHaveLength(64);
    }
    // A server that went wrong: levels of four answers, before they are counted.
    await stage.clock('87 days');
    const round = await openRoundNow(stage);
    for (const worker of workers.slice(0, 4)) await cast(stage, round, await takeToken(stage, worker, round));
    await stage.clock('95 days');
    await fc.assert(
      fc.asyncProperty(levels, async (said) => {
        expect(await publishAgain(round, said)).toBe('not_enough');
      }),
      { numRuns: 10 }
    );
    expect(await publicationOf(stage, round)).toBeUndefined();
  });

  it('a second publish fails: what was said stays, to the letter', async () => {
    await start();
    for (const [index, voters] of [3, 6].entries()) {
      const round = await answered(29 * index, voters);
      const before = await publicationOf(stage, round);
      await fc.assert(
        fc.asyncProperty(levels, async (said) => {
          expect(await publishAgain(round, said)).toBe('already');
        }),
        { numRuns: 10 }
      );
      await stage.tend();
      await expect(
        stage.run(`update public.check_in_publications set levels = '[]' where round_id = '${round}'`)
      ).rejects.toThrow('what was published is not changed');
      expect(await publicationOf(stage, round)).toEqual(before);
    }
  });

  it('attack 14, weakened: without its guard a round is published twice', async () => {
    await start(publishedTwice);
    const round = await answered(0, 6);
    expect(await publishAgain(round, [{ scale: 'wears', level: { step: 1, of: 2 } }])).toBe('published');
    const [{ n } = { n: 0 }] = await stage.rows<{ n: number }>(
      'select count(*)::int as n from public.check_in_publications'
    );
    expect(n).toBe(2);
  });

  it('the view of the organisation is a function of published levels: who answered and how many does not reach it', async () => {
    await start();
    await publishedElsewhere(stage, await answered(0, 6), 2);
    const rows = await organisationCheckInRows(stage);
    expect(rows).toHaveLength(3);
    expect(Object.keys(rows[0]!).sort()).toEqual(['definition', 'enough', 'help', 'levels']);
    const view = organisationView(
      rows.map(({ definition, enough, levels, help }) => ({
        definition,
        publication: (enough ? { enough, scales: levels, help } : { enough: false }) as never
      }))
    );
    expect(view).toMatchObject({ published: 3, notEnough: 0 });
    // Everything else about the team and its round may change: the view does not.
    await stage.run(`update public.teams set name = 'Other ' || id, time_zone = 'Asia/Tokyo';
      delete from public.round_roster; delete from public.team_members where role = 'member';
      delete from public.check_in_publications where enough = false`);
    expect(await organisationCheckInRows(stage)).toEqual(rows);
  });

  it('the view of the organisation says nothing of one team or of two', async () => {
    await start();
    const round = await answered(0, 6);
    expect(await organisationCheckInRows(stage)).toEqual([]);
    await publishedElsewhere(stage, round, 1);
    expect(await organisationCheckInRows(stage)).toEqual([]);
  });

  it('attack 14, weakened: without the least number the admin reads the levels of the one team', async () => {
    await start(levelsOfAnyTeam);
    await answered(0, 6);
    expect(await organisationCheckInRows(stage)).toHaveLength(1);
  });
});

/** Puts everybody who is asked here on the roster of a round of the other team at this distance; whether that was refused. */
async function overlap(round: string, other: string, days: number): Promise<boolean> {
  await stage.run(
    `delete from public.check_in_rounds where id = '${other}';
     insert into public.check_in_rounds (id, team_id, built_in, scale_key, scale_version, opens_at, closes_at, request_key)
       select '${other}', '${stage.otherTeam}', true, scale_key, scale_version, opens_at + interval '${days} days',
         closes_at + interval '${days} days', gen_random_uuid() from public.check_in_rounds where id = '${round}'`
  );
  return stage
    .run(
      `insert into public.round_roster (round_id, team_id, person_id, name)
         select '${other}', '${stage.otherTeam}', person_id, name from public.round_roster where round_id = '${round}' limit 1`
    )
    .then(() => false)
    .catch((fault: Error) => {
      if (!fault.message.includes('another team')) throw fault;
      return true;
    });
}

describe('attack 14: overlapping teams', () => {
  it('are rejected within 28 days of each other and allowed after', async () => {
    await start();
    const round = await openRoundNow(stage);
    const other = crypto.randomUUID();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -40, max: 40 }), async (days) => {
        expect(await overlap(round, other, days)).toBe(Math.abs(days) < 28);
      }),
      { numRuns: 25, examples: [[0], [27], [-27], [28], [-28]] }
    );
  });

  it('attack 14, weakened: without the constraint one person is in two', async () => {
    await start(manyReportingTeams);
    expect(await overlap(await openRoundNow(stage), crypto.randomUUID(), 1)).toBe(false);
  });
});
