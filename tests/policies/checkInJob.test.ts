import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startBallots } from '../../src/lib/ballots/server/job.ts';
import { checkInBox } from '../../src/lib/checkins/server/checkInBox.ts';
import { gatherWorkers, openStage, planRound, type Stage } from '../attacks/stage.ts';
import { must } from './furnish.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  await gatherWorkers(stage, 6);
});
afterAll(() => stage.close());

/** A clock that is pushed by hand; `due` is what would be run next. */
function handClock() {
  const clock = {
    due: null as { work: () => void; milliseconds: number } | null,
    after: (milliseconds: number, work: () => void) => {
      clock.due = { work, milliseconds };
      return () => (clock.due = null);
    }
  };
  return clock;
}
const env = () => ({ DATA_DIR: stage.keysFolder, CHECKIN_KEYS_DIR: undefined });
const statesOf = (round: string) =>
  stage.rows(`select r.opened_at is not null as opened, p.round_id is not null as published from public.check_in_rounds r
    left join public.check_in_publications p on p.round_id = r.id where r.id = '${round}'`);

it('opens what is due at the start, looks again every 20 seconds, and closes at a start what fell due while the server was down', async () => {
  const round = must(await planRound(stage));
  const [first, second] = [handClock(), handClock()];
  const stop = startBallots(stage.backend, [checkInBox], env(), first);
  await expect.poll(() => first.due?.milliseconds, { timeout: 30_000 }).toBe(20_000);
  expect(await statesOf(round)).toEqual([{ opened: true, published: false }]);

  first.due?.work();
  await stop();
  expect(first.due).toBeNull();
  expect(await statesOf(round)).toEqual([{ opened: true, published: false }]);
  await stage.clock('30 days');

  const stopAgain = startBallots(stage.backend, [checkInBox], env(), second);
  await expect.poll(() => second.due?.milliseconds, { timeout: 30_000 }).toBe(20_000);
  expect(await statesOf(round)).toEqual([{ opened: true, published: true }]);
  await stopAgain();
});

it('sends the letters of a round once, and those that a stop broke off once more to all', async () => {
  const folder = join(stage.keysFolder, 'mail');
  const written = () => (existsSync(folder) ? readdirSync(folder).length : 0);
  await stage.clock('60 days');
  const round = must(await planRound(stage));
  const before = written();
  const done = () => stage.rows(`select done from public.round_letters where round_id = '${round}'`);
  const look = async () => {
    const clock = handClock();
    const stop = startBallots(stage.backend, [checkInBox], env(), clock);
    await expect.poll(() => clock.due?.milliseconds, { timeout: 30_000 }).toBe(20_000);
    await expect.poll(done).toEqual([{ done: true }]);
    await stop();
    return written() - before;
  };

  expect(await look()).toBe(6);
  expect(await look()).toBe(6);
  await stage.run('update public.round_letters set done = false');
  expect(await look()).toBe(12);
});

it('writes the emptied box anew, in its turn, while others read and write', async () => {
  const place = async () => (await stage.rows(`select pg_relation_filenode('ballot.ballots')::int as place`))[0]?.place;
  const before = await place();
  const [vacuumed] = await Promise.all([
    stage.backend.vacuumBallots(),
    ...Array.from({ length: 10 }, () => stage.rows('select 1 from public.people'))
  ]);
  expect(vacuumed).toBe(true);
  expect(await place()).not.toBe(before);
});
