import { expect, test } from '@playwright/test';
import { generateRoundKeys } from '../../src/lib/ballots/blind/signer.ts';
import { ballotMaker, manyOpenRounds, type Ballot } from '../attacks/manyRounds.ts';
import { cast, high, low } from './checkInDevice.ts';
import { databases, groundOn, team, type Database } from './checkInGround.ts';

const ROUNDS = 20;
const BALLOTS = 200;
const AT_ONCE = 20;
const KILLED_AFTER = 80;

/** Sends ballots so many at a time; gives the status of each that was answered. */
async function send(url: string, ballots: Ballot[], answered: (sofar: number) => void = () => {}) {
  const statuses = new Map<Ballot, number>();
  const waiting = [...ballots];
  const sender = async () => {
    for (let ballot = waiting.shift(); ballot; ballot = waiting.shift()) {
      try {
        statuses.set(ballot, await cast(url, ballot.round, ballot.body));
        answered(statuses.size);
      } catch {
        // The server is gone: no answer came.
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return statuses;
}

const nameOf = ({ round, nullifier }: Ballot) => `${round} ${nullifier}`;

/**
 * Two hundred answers come in, the server is killed in the middle and started again, and whoever has no answer sends again, and one who has.
 * Gives what was acknowledged at first, what was stored then, and what was stored in the end.
 */
async function killInTheMiddle(database: Database, sql = '') {
  // Servers start several times: seconds on a quiet machine, a minute on one with much else to do.
  test.setTimeout(180_000);
  const ground = await groundOn(database);
  const keys = await generateRoundKeys();
  const rounds = Array.from({ length: ROUNDS }, () => crypto.randomUUID());
  const scene = await ground.open(`${await manyOpenRounds(team, rounds, keys)}\n${sql}`);
  const { server } = scene;
  const stored = () =>
    scene.look(async (asker) =>
      (await asker.ask({ text: 'select round_id, nullifier from ballot.ballots', values: [] }))
        .map(({ round_id, nullifier }) => `${String(round_id)} ${String(nullifier)}`)
        .sort()
    );
  try {
    const make = await ballotMaker(keys);
    const ballots = await Promise.all(
      Array.from({ length: BALLOTS }, (_, at) => make(rounds[at % ROUNDS]!, at % 3 ? low : high))
    );
    let killed: Promise<void> | undefined;
    const first = await send(server.url, ballots, (sofar) => {
      if (sofar === KILLED_AFTER) killed = server.kill();
    });
    await killed;
    const acknowledged = ballots.filter((ballot) => first.get(ballot) === 204);
    const afterKill = await stored();
    await server.start();
    const again = await send(server.url, [...ballots.filter((ballot) => !first.has(ballot)), acknowledged[0]!]);
    await server.stop();
    return { ballots, first, acknowledged, afterKill, again, inTheEnd: await stored() };
  } finally {
    await scene.remove();
    await ground.remove();
  }
}

for (const database of databases)
  test(`a server killed while answers come in, ${database}: what it acknowledged is there, the rest can be sent again, none is doubled`, async () => {
    const { ballots, first, acknowledged, afterKill, again, inTheEnd } = await killInTheMiddle(database);

    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLED_AFTER);
    expect(acknowledged.length).toBeLessThan(BALLOTS);
    expect(afterKill).toEqual(expect.arrayContaining(acknowledged.map(nameOf)));
    expect(again.get(acknowledged[0]!)).toBe(409);
    for (const status of again.values()) expect([204, 409]).toContain(status);
    expect(again.size).toBe(BALLOTS - first.size + 1);
    expect(inTheEnd).toEqual(ballots.map(nameOf).sort());
  });

test('a server killed while answers come in, weakened: answers acknowledged and not stored are missed', async () => {
  const forgetful = `create function private.forget_ballot() returns trigger language plpgsql set search_path = '' as $$
    begin return case when new.nullifier ~ '^[0-7]' then null else new end; end $$;
    create trigger forget_ballot before insert on ballot.ballots for each row execute function private.forget_ballot();`;
  const { ballots, acknowledged, afterKill, inTheEnd } = await killInTheMiddle('pglite', forgetful);

  expect(acknowledged.filter((ballot) => !afterKill.includes(nameOf(ballot)))).not.toEqual([]);
  expect(inTheEnd).not.toEqual(ballots.map(nameOf).sort());
});
