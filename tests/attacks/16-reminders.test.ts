import { afterEach, expect, it } from 'vitest';
import { dueLetters } from '../../src/lib/checkins/server/letters.ts';
import { cast, takeToken } from './device.ts';
import { gatherWorkers, openRoundNow, openStage, type Stage, type Worker } from './stage.ts';
import { lettersToTheRest } from './weakened.ts';

let stage: Stage;
let workers: Worker[];
async function start(weaken = ''): Promise<void> {
  stage = await openStage({ weaken });
  workers = await gatherWorkers(stage, 6);
}
afterEach(() => stage.close());

const letters = () => dueLetters(stage.backend, 'https://circle.example');

/** What people are shown in the app while a round is open: read as each of them. */
async function noticed(): Promise<string[]> {
  const seen: string[] = [];
  for (const { name, client } of workers) {
    const { data } = await client.from('round_roster').select('person_id, check_in_rounds(closes_at)');
    seen.push(`${name}: ${JSON.stringify(data)}`);
  }
  return seen;
}

/** Both letters of a round that these people answer in between; the addresses in the order they are written to. */
async function aRound(at: number, answering: Worker[]) {
  await stage.clock(`${at} days`);
  const round = await openRoundNow(stage);
  const opening = await letters();
  const before = await noticed();
  for (const worker of answering) await cast(stage, round, await takeToken(stage, worker, round));
  const after = await noticed();
  await stage.clock(`${at + 5.1} days`);
  const closing = await letters();
  const again = await letters();
  await stage.clock(`${at + 8} days`);
  await stage.tend();
  return { opening, closing, again, before, after, late: await letters() };
}

const to = (sent: { to: string }[]) => sent.map((letter) => letter.to);

it('attack 16: the reminder list is independent of who answered', async () => {
  await start();
  const emails = await stage.rows<{ email: string }>(
    `select u.email from auth.users u join public.people p on p.id = u.id join public.team_members m on m.person_id = u.id
     where m.team_id = '${stage.team}' and m.role = 'member' order by p.display_name, u.id`
  );
  const everybody = emails.map(({ email }) => email);
  expect(everybody).toHaveLength(6);
  const answering = [[], workers, workers.slice(0, 1), workers.slice(1), workers.slice(0, 5)];
  for (const [index, some] of answering.entries()) {
    const { opening, closing, again, before, after, late } = await aRound(29 * index, some);
    expect(to(opening)).toEqual(everybody);
    expect(to(closing)).toEqual(everybody);
    expect(after).toEqual(before);
    // Once each, and nothing when it is over.
    expect([again, late]).toEqual([[], []]);
    // One letter for all: no name, no team, nothing that tells readers apart.
    for (const sent of [opening, closing]) {
      expect(new Set(sent.map(({ subject, text }) => `${subject}\n${text}`)).size).toBe(1);
      expect(sent[0]!.subject).toBe('A note from Circlewell');
      expect(sent[0]!.text.match(/\S+:\/\/\S+/g)).toEqual(['https://circle.example/home']);
    }
  }
});

it('attack 16: nothing is kept of who was written to, and what writes the list does not know the ballot box', async () => {
  await start();
  await openRoundNow(stage);
  await letters();
  expect(await stage.rows('select kind from public.round_letters')).toEqual([{ kind: 'opening' }]);
  const columns = `select column_name as name from information_schema.columns where table_name = 'round_letters' order by 1`;
  expect(await stage.rows(columns)).toEqual([{ name: 'kind' }, { name: 'round_id' }]);
  const source = `select prosrc as text from pg_proc where proname = 'take_letters'`;
  const [{ text } = { text: '' }] = await stage.rows<{ text: string }>(source);
  expect(text).toContain('round_roster');
  expect(text).not.toMatch(/ballot|token/i);
});

it('attack 16, weakened: letters to those who have no token yet differ by who answered', async () => {
  await start(lettersToTheRest);
  const none = await aRound(0, []);
  const some = await aRound(29, workers.slice(0, 2));
  expect(none.closing).toHaveLength(6);
  expect(some.closing).toHaveLength(4);
  expect(to(some.closing)).not.toEqual(to(none.closing));
});
