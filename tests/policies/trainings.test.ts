import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { invite, must, type Client } from './furnish.ts';
import { planOneDay } from './plannedDay.ts';
import { attendAll, planTraining, takePlace, type TrainingGround } from './trainingGround.ts';

let house: House;
let trainer: Client;
let ground: TrainingGround;
const clients = {} as Record<'coTrainer' | 'trainerElsewhere' | 'participant', Client>;
const outside = ['trainerElsewhere', 'participant', 'admin', 'lead', 'member', 'stranger', 'newcomer'] as const;

beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
  ground = await planTraining(house, trainer);
  clients.coTrainer = (await house.newcomer('trainer')).client;
  const [elsewhere, participant] = [await house.newcomer(), await house.newcomer()];
  const stranger = await house.as('stranger');
  const theirs = must(await stranger.from('teams').select('organisation_id').eq('id', house.strangersTeam).single());
  await invite(stranger, elsewhere.client, { organisation: theirs.organisation_id, team: null, role: 'trainer' });
  clients.trainerElsewhere = elsewhere.client;
  await takePlace(participant.client, ground.code, { name: 'Pia' });
  clients.participant = participant.client;
  must(
    await trainer
      .from('training_notes')
      .insert({
        training_id: ground.training,
        organisation_id: house.organisation,
        day: 1,
        kind: 'note',
        text: 'Slower'
      })
      .select('id')
  );
});
afterAll(() => house.close());

const clientOf = async (actor: (typeof outside)[number] | 'coTrainer'): Promise<Client> =>
  actor in clients
    ? clients[actor as keyof typeof clients]
    : actor === 'newcomer'
      ? (await house.newcomer()).client
      : house.as(actor as 'admin');

const tables = ['trainings', 'training_days', 'training_sessions', 'training_notes', 'curricula'] as const;
const all = () => trainer.from('trainings').select('*, training_days(*), training_sessions(*)').order('id');

describe('who reads a training', () => {
  it.each(tables)('%s: its trainer and another trainer of the organisation do', async (table) => {
    const mine = must(await trainer.from(table as 'trainings').select('*'));
    expect(mine).not.toEqual([]);
    expect(must(await clients.coTrainer.from(table as 'trainings').select('*'))).toHaveLength(mine.length);
  });

  it.each(outside.flatMap((actor) => tables.map((table) => [actor, table] as const)))(
    'the %s reads nothing of %s',
    async (actor, table) => {
      const client = await clientOf(actor);
      expect(await client.from(table as 'trainings').select('*')).toMatchObject(nothing);
    }
  );

  it('a visitor reads nothing', async () => {
    const visitor = await house.as('visitor');
    for (const table of tables) expect(await visitor.from(table as 'trainings').select('*')).toMatchObject(refused());
  });
});

describe('who changes a training', () => {
  it('another trainer of the organisation does', async () => {
    const { data } = await clients.coTrainer
      .from('trainings')
      .update({ venue: 'Room 2', contact: 'the office', learned: 'More time for culture.' })
      .eq('id', ground.training)
      .select('venue, contact, learned');
    expect(data).toEqual([{ venue: 'Room 2', contact: 'the office', learned: 'More time for culture.' }]);
  });

  it.each(outside)('the %s changes, deletes and plans none', async (actor) => {
    const client = await clientOf(actor);
    const its = <T extends { eq: (column: 'id', value: string) => unknown }>(query: T) =>
      query.eq('id', ground.training) as ReturnType<T['eq']>;
    await changingNothing(all, () => its(client.from('trainings').update({ title: 'Theirs' })) as never);
    await changingNothing(all, () => its(client.from('trainings').delete()) as never);
    const planned = await changingNothing(all, () => planOneDay(client, house, ground.curriculum));
    expect(planned).toMatchObject(refused());
    const saved = await changingNothing(all, () =>
      client.rpc('save_timetable', { p_training: ground.training, p_version: 1, p_sessions: [] })
    );
    expect(saved).toMatchObject(refused('PT404'));
    const days = await changingNothing(all, () =>
      client.rpc('save_training_days', { p_training: ground.training, p_days: [], p_remove: 2 })
    );
    expect(days).toMatchObject(refused('PT404'));
  });

  it('a training stays in its organisation, keeps its curriculum and its address for signing up', async () => {
    for (const change of [
      { organisation_id: house.organisation },
      { curriculum_id: ground.curriculum },
      { sign_up_code: '0'.repeat(20) }
    ])
      expect(
        await trainer
          .from('trainings')
          .update(change as never)
          .eq('id', ground.training)
      ).toMatchObject(refused());
  });
});

describe('what a participant with an account hears', () => {
  it('of their own place alone', async () => {
    const mine = must(await clients.participant.rpc('my_training_places'));
    expect(mine).toMatchObject([{ kind: 'cohort', state: 'placed', next_day: expect.any(String) }]);
    expect(must(await (await house.as('lead')).rpc('my_training_places'))).toEqual([]);
  });
});

describe('deleting and retention', () => {
  it('a trainer deletes a training with all below it', async () => {
    const { training, code } = await planTraining(house, trainer, { days: ['2027-11-01'] });
    const { place } = await takePlace(await house.as('visitor'), code);
    await attendAll(house, trainer, training, [place], [1]);
    expect(await trainer.from('trainings').delete().eq('id', training)).toMatchObject(done);
    expect(must(await trainer.from('training_places').select('id').eq('id', place))).toEqual([]);
  });

  it('the job destroys what ended before the years an organisation keeps, and nothing before', async () => {
    const { training } = await planTraining(house, trainer, { days: ['2015-03-30', '2015-04-20'] });
    const today = new Date().toISOString().slice(0, 10);
    // Brought in today: it stays at least thirty days.
    expect(must(await house.service.rpc('run_training_retention', { p_today: today }))).toBe(0);
    await house.asOwner(`update public.trainings set created_at = now() - interval '31 days'`);
    const kept = must(await trainer.from('trainings').select('id')).length;
    // Its years count from its last day, or from when it was written down.
    expect(must(await house.service.rpc('run_training_retention', { p_today: today }))).toBe(0);
    await house.asOwner(`update public.trainings set created_at = '2015-01-01' where id = '${training}'`);
    const preview = { p_today: today, p_preview: true };
    expect(must(await house.service.rpc('run_training_retention', preview))).toBe(1);
    expect(must(await house.service.rpc('run_training_retention', { p_today: today }))).toBe(1);
    expect(must(await house.service.rpc('run_training_retention', preview))).toBe(0);
    expect(must(await trainer.from('trainings').select('id'))).toHaveLength(kept - 1);
    expect(await trainer.rpc('run_training_retention', { p_today: today })).toMatchObject(refused());
  });
});
