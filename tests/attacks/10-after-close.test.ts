import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KeyStore } from '../../src/lib/ballots/server/keyStore.ts';
import { cast, high, takeToken } from './device.ts';
import { dump, unseal } from './dump.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from './stage.ts';
import { ballotsKept } from './weakened.ts';

/** What somebody reads who has the whole database and the key folder: answers that open with a key found there. */
async function answersRead(stage: Stage): Promise<string[]> {
  const rows = Object.values(await dump(stage)).flat();
  const read: string[] = [];
  for (const round of stage.keys.list()) {
    const keys = stage.keys.read(round);
    for (const { row } of rows)
      if (keys && typeof row.sealed === 'string') {
        const answer = await unseal(keys, row.sealed, String(row.nullifier));
        if (answer) read.push(answer);
      }
  }
  return read;
}

const secretsIn = (folder: string) =>
  readdirSync(folder).filter((name) => {
    const file = join(folder, name);
    return statSync(file).isFile() && /privateKey|PRIVATE/.test(readFileSync(file, 'utf8'));
  });

let stage: Stage;
let workers: Worker[];
let days = 0;
beforeAll(async () => {
  stage = await openStage();
  workers = await gatherWorkers(stage, 6);
});
afterAll(() => stage.close());

/** A round that the first `voters` of the team answer and the clock closes. `use`: the server's key store, as it is or weakened. */
async function wholeRound(voters: number, use = (keys: KeyStore) => keys) {
  const round = await openRoundNow(stage);
  for (const worker of workers.slice(0, voters)) await cast(stage, round, await takeToken(stage, worker, round), high);
  const during = await answersRead(stage);
  let opened = 0;
  const watched: KeyStore = {
    ...use(stage.keys),
    read: (id) => {
      opened++;
      return stage.keys.read(id);
    }
  };
  await stage.clock(`${days + 8} days`);
  await stage.tend(watched);
  const [publication] = await stage.rows(`select * from public.check_in_publications where round_id = '${round}'`);
  const left = await stage.rows('select 1 from ballot.ballots union all select 1 from ballot.tokens');
  days += 29;
  await stage.clock(`${days} days`);
  return { during, publication, left, after: await answersRead(stage), secrets: secretsIn(stage.keysFolder), opened };
}

const nothingLeft = { left: [], after: [], secrets: [] };

it('attack 10: during the round the folder and the database together open answers, after it they open none', async () => {
  const { during, publication, ...rest } = await wholeRound(6);

  expect(during).toHaveLength(6);
  expect(publication).toMatchObject({ enough: true, key_lost: false });
  expect(rest).toMatchObject(nothingLeft);
});

it('attack 10: four answers are not even read: the key goes first', async () => {
  const { publication, ...rest } = await wholeRound(4);

  expect(publication).toMatchObject({ enough: false, levels: [], help: [] });
  expect(rest).toMatchObject({ ...nothingLeft, opened: 0 });
});

it('attack 10, weakened: where key and ballots are left lying, all answers are read', async () => {
  await stage.run(ballotsKept);
  const { after, secrets } = await wholeRound(6, (keys) => ({ ...keys, destroy: () => {} }));

  expect(after).toHaveLength(6);
  expect(secrets).toHaveLength(1);
});
