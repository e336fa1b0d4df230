import { afterEach, expect, it } from 'vitest';
import { dueLetters, lettersSent } from '../../src/lib/checkins/server/letters.ts';
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

const due = (restarted = false) => dueLetters(stage.backend, 'https://circle.example', restarted);
/** The letters that are due now, sent. */
async function letters(restarted = false) {
  const rounds = await due(restarted);
  for (const one of rounds) await lettersSent(stage.backend, one);
  return rounds.flatMap((one) => one.letters);
}

/** What people are shown in the app while a round is open: read as each of them. */
async function noticed(): Promise<string[]> {
  const seen: string[] = [];
  for (const { name, client } of workers) {
    const { data } = await client
      .from('round_roster')
      .select('person_id, check_in_rounds(closes_at)')
      .order('person_id');
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
  const again = await letters(true);
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
  expect(await stage.rows('select kind, done from public.round_letters')).toEqual([{ kind: 'opening', done: true }]);
  const columns = `select column_name as name from information_schema.columns where table_name = 'round_letters' order by 1`;
  expect(await stage.rows(columns)).toEqual([{ name: 'done' }, { name: 'kind' }, { name: 'round_id' }]);
  const source = `select prosrc as text from pg_proc where proname = 'take_letters'`;
  const [{ text } = { text: '' }] = await stage.rows<{ text: string }>(source);
  expect(text).toContain('round_roster');
  expect(text).not.toMatch(/ballot|token/i);
});

it('attack 16: a letter that was broken off goes to all again when the server starts, whoever answered, and not before', async () => {
  await start();
  const round = await openRoundNow(stage);
  const [first] = await due();
  await cast(stage, round, await takeToken(stage, workers[0]!, round));
  // It stopped here, after some of them.
  expect(await due()).toEqual([]);
  expect(await due(true)).toEqual([first]);
  expect(first!.letters).toHaveLength(6);
  expect(await letters(true)).toHaveLength(6);
  expect(await due(true)).toEqual([]);
  // What was broken off and is out of date is not sent any more: the next letter is.
  await stage.run('update public.round_letters set done = false');
  await stage.clock('5.1 days');
  expect(await due(true)).toMatchObject([{ kind: 'closing' }]);
});

it('attack 16, weakened: letters to those who have no token yet differ by who answered', async () => {
  await start(lettersToTheRest);
  const none = await aRound(0, []);
  const some = await aRound(29, workers.slice(0, 2));
  expect(none.closing).toHaveLength(6);
  expect(some.closing).toHaveLength(4);
  expect(to(some.closing)).not.toEqual(to(none.closing));
});
