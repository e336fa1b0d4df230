import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { invite, must, type Client } from './furnish.ts';
import { attendAll, planTraining, takePlace, type TrainingGround } from './trainingGround.ts';

let house: House;
let trainer: Client;
let ground: TrainingGround;
/** With an account, and without. Both are in the cohort and came to the first day. */
let own: Awaited<ReturnType<typeof takePlace>>;
let other: Awaited<ReturnType<typeof takePlace>>;
const clients = {} as Record<'coTrainer' | 'trainerElsewhere' | 'participant' | 'newcomer', Client>;

beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
  ground = await planTraining(house, trainer);
  clients.coTrainer = (await house.newcomer('trainer')).client;
  const [elsewhere, participant, newcomer] = [await house.newcomer(), await house.newcomer(), await house.newcomer()];
  const stranger = await house.as('stranger');
  const theirs = must(await stranger.from('teams').select('organisation_id').eq('id', house.strangersTeam).single());
  await invite(stranger, elsewhere.client, { organisation: theirs.organisation_id, team: null, role: 'trainer' });
  clients.trainerElsewhere = elsewhere.client;
  clients.newcomer = newcomer.client;
  own = await takePlace(participant.client, ground.code, { name: 'Pia', email: 'pia@example.org' });
  clients.participant = participant.client;
  other = await takePlace(await house.as('visitor'), ground.code, { name: 'Omar', email: 'omar@example.org' });
  await attendAll(house, trainer, ground.training, [own.place, other.place], [1]);
  for (const place of [own.place, other.place])
    must(await trainer.from('training_make_ups').insert(makeUp(place, 2)).select('place_id'));
});
afterAll(() => house.close());

const half = (day: number, number: 1 | 2 = 1) => ({ day, half: number });
const of = (place_id: string, day: number) => ({
  place_id,
  training_id: ground.training,
  organisation_id: house.organisation,
  ...half(day)
});
const note = (place_id: string, day: number) => ({ ...of(place_id, day), came: true });
const makeUp = (place_id: string, day: number) => ({
  ...of(place_id, day),
  made_up_on: '2027-04-02',
  made_up_where: 'At the office',
  made_up_with: 'Tara Trainer'
});
const row = { training_attendance: note, training_make_ups: makeUp };
const change = {
  training_attendance: { came: false, late_minutes: 0, left_minutes: 0 },
  training_make_ups: { made_up_where: 'Elsewhere' }
};
const tables = ['training_attendance', 'training_make_ups'] as const;
const outside = ['trainerElsewhere', 'newcomer', 'admin', 'lead', 'member', 'stranger', 'visitor'] as const;
type Someone = (typeof outside)[number] | 'participant' | 'coTrainer';
const as = (someone: Someone): Promise<Client> =>
  someone in clients
    ? Promise.resolve(clients[someone as keyof typeof clients])
    : house.as(someone as 'admin' | 'visitor');
const from = (client: Client, table: (typeof tables)[number]) => client.from(table as 'training_attendance');
const all = (table: (typeof tables)[number]) => () =>
  from(trainer, table).select('*').order('place_id').order('day').order('half');

describe.each(tables)('who reads %s', (table) => {
  it('every trainer of the organisation does', async () => {
    expect(must(await from(clients.coTrainer, table).select('*'))).toHaveLength(must(await all(table)()).length);
  });

  it('a participant with an account sees their own and nobody else’s', async () => {
    const seen = must(await from(clients.participant, table).select('place_id'));
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map(({ place_id }) => place_id))).toEqual(new Set([own.place]));
  });

  it.each(outside.filter((one) => one !== 'visitor'))('the %s sees nothing', async (someone) => {
    expect(await from(await as(someone), table).select('*')).toMatchObject(nothing);
  });

  it('a visitor is refused', async () => {
    expect(await from(await as('visitor'), table).select('*')).toMatchObject(refused());
  });
});

describe('a participant without an account', () => {
  const page = async (hash: string) =>
    must(await (await as('visitor')).rpc('place_of', { p_secret_hash: hash, p_place: null as never })) as {
      id: string;
      attendance: unknown[];
      make_ups: unknown[];
    };

  it('sees their own by the personal address', async () => {
    expect(await page(other.hash)).toMatchObject({
      id: other.place,
      attendance: [
        { ...half(1), came: true },
        { ...half(1, 2), came: true }
      ],
      make_ups: [{ ...half(2), made_up_with: 'Tara Trainer' }]
    });
  });

  it('sees nobody’s by the id of a place, nor by another secret', async () => {
    const visitor = await as('visitor');
    for (const call of [
      { p_secret_hash: null as never, p_place: other.place },
      { p_secret_hash: '0'.repeat(64), p_place: other.place }
    ]) {
      expect((await visitor.rpc('place_of', call)).data).toBeNull();
      expect((await clients.participant.rpc('place_of', call)).data).toBeNull();
    }
  });
});

describe.each(tables)('who writes %s', (table) => {
  it('another trainer of the organisation does: notes, corrects, takes back', async () => {
    const { coTrainer } = clients;
    const mine = { place_id: own.place, ...half(1, 2) };
    const free = { ...row[table](own.place, 1), ...mine };
    must(await from(coTrainer, table).delete().match(mine).select('place_id'));
    expect(await from(coTrainer, table).insert(free as never)).toMatchObject(done);
    expect(
      must(
        await from(coTrainer, table)
          .update(change[table] as never)
          .match(mine)
          .select('*')
      )
    ).toMatchObject([change[table]]);
    must(await from(coTrainer, table).delete().match(mine).select('place_id'));
    if (table === 'training_attendance')
      must(
        await from(coTrainer, table)
          .insert(free as never)
          .select('place_id')
      );
  });

  it.each([...outside, 'participant' as const])('the %s does not', async (someone) => {
    const client = await as(someone);
    const mine = { place_id: own.place };
    expect(
      await changingNothing(all(table), () =>
        from(client, table).insert({ ...row[table](own.place, 2), half: 2 } as never)
      )
    ).toMatchObject(refused());
    for (const write of [
      () =>
        from(client, table)
          .update(change[table] as never)
          .match(mine)
          .select('place_id'),
      () => from(client, table).delete().match(mine).select('place_id')
    ]) {
      const answer = await changingNothing(all(table), write);
      expect(answer.error?.code ?? answer.data).toEqual(someone === 'visitor' ? '42501' : []);
    }
  });

  it('nobody moves a note to another place or training, and none is written for a place of another', async () => {
    const mine = { place_id: own.place, ...half(1) };
    for (const moved of [{ place_id: other.place }, { day: 2 }, { training_id: crypto.randomUUID() }])
      expect(
        await changingNothing(all(table), () =>
          from(trainer, table)
            .update(moved as never)
            .match(mine)
        )
      ).toMatchObject(refused());
    const elsewhere = await planTraining(house, trainer);
    expect(
      await changingNothing(all(table), () =>
        from(trainer, table).insert({ ...row[table](own.place, 2), half: 2, training_id: elsewhere.training } as never)
      )
    ).toMatchObject(refused('23503'));
  });
});
