import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { drawSecret, planTraining, takePlace, type Secret, type TrainingGround } from './trainingGround.ts';

let house: House;
let trainer: Client;
let visitor: Client;
let ground: TrainingGround;
let someone: Secret & { place: string };

beforeAll(async () => {
  house = await openHouse();
  [trainer, visitor] = [await house.as('trainer'), await house.as('visitor')];
  ground = await planTraining(house, trainer, { open_places: 3 });
  someone = await takePlace(visitor, ground.code, { email: 'pia@example.org' });
  // The clock stands where the trainer writes it: to stop the database for every tick would take minutes.
  await house.asOwner(`create or replace function private.clock() returns timestamptz language sql volatile security definer set search_path = ''
    as $$ select learned::timestamptz from public.trainings where id = '${ground.training}' $$`);
});
afterAll(() => house.close());

/** Sets the clock of the rules. The first day begins at 09:30 in London, an hour ahead of UTC. */
const at = async (utc: string) =>
  must(
    await trainer
      .from('trainings')
      .update({ learned: `2027-03-30 ${utc}+00` })
      .eq('id', ground.training)
      .select('id')
  );
type HalfDay = { p_day: number; p_half: number };
const morning: HalfDay = { p_day: 1, p_half: 1 };
const afternoon: HalfDay = { p_day: 1, p_half: 2 };
const closedDay: HalfDay = { p_day: 2, p_half: 1 };

const codeOf = async (half: HalfDay) =>
  must(await trainer.rpc('door_code', { p_training: ground.training, ...half })) as { code: string; seconds: number };
const none = null as unknown as string;
type By = { hash?: string; place?: string; email?: string };
const answerAt = async (client: Client, half: HalfDay, code: string, { hash, place, email }: By = {}) =>
  must(
    await client.rpc('at_the_door', {
      p_training: ground.training,
      ...half,
      p_code: code,
      p_secret_hash: hash ?? none,
      p_place: place ?? none,
      p_email: email ?? none
    })
  ) as { outcome: string; late: number; kind: string | null };
const come = async (client: Client, half: HalfDay, code: string, by: By = {}) =>
  (await answerAt(client, half, code, by)).outcome;
const walkInAt = async (half: HalfDay, code: string, hash: string) =>
  must(
    await visitor.rpc('walk_in', {
      p_training: ground.training,
      ...half,
      p_code: code,
      p_name: 'Wanda Walks',
      p_email: '',
      p_workplace: '',
      p_secret_hash: hash
    })
  ) as { outcome: string; late: number };
const walkIn = async (half: HalfDay, code: string, hash: string) => (await walkInAt(half, code, hash)).outcome;
const notesOf = async (place: string) =>
  must(
    await trainer
      .from('training_attendance')
      .select('day, half, came, late_minutes, noted_by')
      .eq('place_id', place)
      .order('day')
      .order('half')
  );

describe('codes at the door', () => {
  it('this one and the one before open; older ones, another half day’s and guessed ones do not', async () => {
    await at('08:20:05');
    const first = await codeOf(morning);
    expect(first.seconds).toBe(25);
    await at('08:20:35');
    const second = await codeOf(morning);
    const other = await codeOf(afternoon);
    expect(new Set([first.code, second.code, other.code]).size).toBe(3);
    const opens = async (half: HalfDay, code: string) =>
      (must(await visitor.rpc('door', { p_training: ground.training, ...half, p_code: code })) as { open: boolean })
        .open;
    expect(await opens(morning, second.code)).toBe(true);
    expect(await opens(morning, first.code)).toBe(true);
    expect(await opens(afternoon, other.code)).toBe(true);
    for (const wrong of [other.code, '0'.repeat(16), '', first.code.slice(0, 15), `${first.code} `]) {
      expect(await opens(morning, wrong)).toBe(false);
      expect(await come(visitor, morning, wrong, { hash: someone.hash })).toBe('closed');
      expect(await walkIn(morning, wrong, drawSecret().hash)).toBe('closed');
    }
    await at('08:21:00');
    expect(await opens(morning, second.code)).toBe(true);
    expect(await opens(morning, first.code)).toBe(false);
    expect(await come(visitor, morning, first.code, { hash: someone.hash })).toBe('closed');
    // Nor one from the future.
    const later = await codeOf(morning);
    await at('08:20:00');
    expect(await opens(morning, later.code)).toBe(false);
    expect(await notesOf(someone.place)).toEqual([]);
  });

  it('the page behind one says how to reach the trainers and who else helps, as the page for signing up and one’s own do', async () => {
    const line = { name: 'Night line', reach: '0800 1', note: 'always' };
    const admin = await house.as('admin');
    must(
      await admin
        .from('support_contacts')
        .insert({ organisation_id: house.organisation, position: 0, ...line })
        .select('id')
    );
    const contact = 'the office, 020 7946 0000';
    must(await trainer.from('trainings').update({ contact }).eq('id', ground.training).select('id'));
    await at('08:20:05');
    const { code } = await codeOf(morning);
    for (const p_code of [code, ''])
      expect(must(await visitor.rpc('door', { p_training: ground.training, ...morning, p_code }))).toMatchObject({
        contact,
        contacts: [line]
      });
    expect(must(await visitor.rpc('training_by_code', { p_code: ground.code }))).toMatchObject({
      contact,
      contacts: [line]
    });
    expect(must(await visitor.rpc('place_of', { p_secret_hash: someone.hash, p_place: none }))).toMatchObject({
      training: { contact },
      contacts: [line]
    });
  });

  it('are shown to a trainer of the training and to nobody else, and a door nobody opened says nothing', async () => {
    const asked = { p_training: ground.training, ...morning };
    for (const actor of ['admin', 'lead', 'member', 'stranger', 'visitor'] as const)
      expect(await (await house.as(actor)).rpc('door_code', asked)).toMatchObject(refused());
    const door = { p_training: ground.training, p_day: 2, p_half: 2, p_code: '' };
    expect((await visitor.rpc('door', door)).data).toBeNull();
    expect((await visitor.rpc('door', { ...door, p_training: crypto.randomUUID() })).data).toBeNull();
  });

  it('nobody reads what they are made from', async () => {
    for (const client of [trainer, visitor])
      expect(
        (
          await client
            .schema('private' as never)
            .from('door_secrets')
            .select('*')
        ).error
      ).not.toBeNull();
  });
});

describe('coming in', () => {
  it('by the personal address: once, and again is “already”', async () => {
    await at('08:25:00');
    const { code } = await codeOf(morning);
    expect(await come(visitor, morning, code, { hash: someone.hash })).toBe('here');
    expect(await come(visitor, morning, code, { hash: someone.hash })).toBe('already');
    expect(await notesOf(someone.place)).toEqual([{ day: 1, half: 1, came: true, late_minutes: 0, noted_by: 'door' }]);
  });

  it('minutes after the beginning are late, but five are nobody’s business', async () => {
    for (const [clock, late] of [
      ['08:35:30', 0],
      ['08:36:30', 6],
      ['09:10:00', 40],
      // Eight hours and no more, however late the evening.
      ['17:00:00', 480]
    ] as const) {
      const email = `at-${late}@example.org`;
      const { place } = await takePlace(visitor, ground.code, { email });
      await at(clock);
      const { code } = await codeOf(morning);
      const by = { email: ` ${email.toUpperCase()} ` };
      expect(await answerAt(visitor, morning, code, by)).toEqual({ outcome: 'here', late, kind: 'cohort' });
      expect(await answerAt(visitor, morning, code, by)).toEqual({ outcome: 'already', late, kind: 'cohort' });
      expect(await notesOf(place)).toMatchObject([{ came: true, late_minutes: late }]);
    }
  });

  it('who has two places by one address comes in by the one in the cohort, and is told which', async () => {
    const email = 'twice@example.org';
    const openDay = await takePlace(visitor, ground.code, { email, kind: 'open_day' });
    const { place } = await takePlace(visitor, ground.code, { email });
    await at('08:50:00');
    const { code } = await codeOf(morning);
    expect(await answerAt(visitor, morning, code, { email })).toEqual({ outcome: 'here', late: 20, kind: 'cohort' });
    expect(await notesOf(place)).toHaveLength(1);
    expect(await notesOf(openDay.place)).toEqual([]);
    expect(await answerAt(visitor, morning, '', { email })).toEqual({ outcome: 'closed', late: 0, kind: null });
    expect(await answerAt(visitor, morning, code)).toEqual({ outcome: 'unknown', late: 0, kind: null });
  });

  it('as who is signed in; a place of somebody else is not theirs by its id', async () => {
    await at('08:25:00');
    const { code } = await codeOf(morning);
    const guest = await house.newcomer();
    const { place } = await takePlace(guest.client, ground.code);
    expect(await come(guest.client, morning, code, { place: someone.place })).toBe('unknown');
    expect(await come(guest.client, morning, code)).toBe('here');
    expect(await notesOf(place)).toHaveLength(1);
    expect(await come((await house.newcomer()).client, morning, code)).toBe('unknown');
    expect(await come(visitor, morning, code)).toBe('unknown');
    expect(await come(visitor, morning, code, { email: 'nobody@example.org' })).toBe('unknown');
  });

  it('not with a place that was given back, of another training, or of the open day on a day of the cohort', async () => {
    const gone = await takePlace(visitor, ground.code);
    must(await visitor.rpc('give_place_back', { p_secret_hash: gone.hash, p_place: none }));
    const elsewhere = await planTraining(house, trainer);
    const theirs = await takePlace(visitor, elsewhere.code);
    const openDay = await takePlace(visitor, ground.code, { kind: 'open_day' });
    await at('08:25:00');
    const { code } = await codeOf(closedDay);
    for (const { hash } of [gone, theirs, openDay])
      expect(await come(visitor, closedDay, code, { hash })).toBe('unknown');
    expect(await walkIn(closedDay, code, drawSecret().hash)).toBe('closed');
  });
});

it('who has not signed up comes in while there are places on the open day, and nobody waits at the door', async () => {
  await at('08:25:00');
  const { code } = await codeOf(morning);
  const [first, second] = [drawSecret(), drawSecret()];
  expect(await walkIn(morning, code, first.hash)).toBe('placed');
  expect(await walkIn(morning, code, first.hash)).toBe('placed');
  expect(await walkIn(morning, code, second.hash)).toBe('full');
  expect(await walkInAt(morning, code, second.hash)).toEqual({ outcome: 'full', late: 0 });
  const places = must(
    await trainer
      .from('training_places')
      .select('id, state, name')
      .eq('training_id', ground.training)
      .eq('kind', 'open_day')
  );
  expect(places.map(({ state }) => state)).toEqual(['placed', 'placed', 'placed']);
  const walked = places.find(({ name }) => name === 'Wanda Walks');
  expect(await notesOf(walked?.id ?? '')).toMatchObject([{ came: true, noted_by: 'door' }]);
});
