import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { invite, must, type Client } from './furnish.ts';
import { planTraining, takePlace } from './trainingGround.ts';

let house: House;
let trainer: Client;
let coTrainer: Client;
const clients = {} as Record<'trainerElsewhere' | 'participant', Client>;
let training: string;
const outside = ['trainerElsewhere', 'participant', 'admin', 'lead', 'member'] as const;

beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
  coTrainer = (await house.newcomer('trainer')).client;
  const [elsewhere, participant] = [await house.newcomer(), await house.newcomer()];
  const stranger = await house.as('stranger');
  const theirs = must(await stranger.from('teams').select('organisation_id').eq('id', house.strangersTeam).single());
  await invite(stranger, elsewhere.client, { organisation: theirs.organisation_id, team: null, role: 'trainer' });
  Object.assign(clients, { trainerElsewhere: elsewhere.client, participant: participant.client });
});
afterAll(() => house.close());
beforeEach(async () => {
  const ground = await planTraining(house, trainer);
  training = ground.training;
  await takePlace(clients.participant, ground.code, { name: 'Pia' });
});

const clientOf = (actor: (typeof outside)[number]) =>
  actor in clients ? clients[actor as keyof typeof clients] : house.as(actor as 'admin');
const order = ['day', 'half', 'position'] as const;
const sessions = () =>
  order.reduce(
    (query, column) => query.order(column),
    trainer.from('training_sessions').select('*').eq('training_id', training)
  );
const notes = () => trainer.from('training_notes').select('*').eq('training_id', training).order('written_at');
const asSent = async () => must(await sessions()).map(({ training_id: _, organisation_id: __, ...row }) => row);
const save = (client: Client, version: number, rows: object[], of = training) =>
  client.rpc('save_timetable', { p_training: of, p_version: version, p_sessions: rows as never });
const note = (more: object = {}) =>
  ({
    training_id: training,
    organisation_id: house.organisation,
    day: 1,
    kind: 'parked',
    text: 'Why circles?',
    ...more
  }) as never;

describe('saving a timetable', () => {
  it('keeps with a session what it took, wherever it goes; one that is left out goes', async () => {
    const [first, second] = await asSent();
    const took = { started_at: '2027-03-30T08:30:00+00:00', actual_minutes: 71 };
    must(await trainer.from('training_sessions').update(took).eq('id', first!.id).select('id'));

    expect(await save(trainer, 1, [{ ...first, day: 2, half: 2, position: 0, minutes: 45 }])).toMatchObject({
      data: 2
    });

    const after = must(await sessions());
    expect(after).toMatchObject([{ id: first!.id, day: 2, half: 2, minutes: 45, actual_minutes: 71 }]);
    expect(Date.parse(after[0]!.started_at!)).toBe(Date.parse(took.started_at));
    expect(after.map(({ id }) => id)).not.toContain(second!.id);
  });

  it('of two trainers at once one is told to look again', async () => {
    const rows = await asSent();
    const answers = await Promise.all([save(trainer, 1, rows.slice(1)), save(coTrainer, 1, rows.slice(2))]);
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
    expect(answers.find(({ error }) => error)).toMatchObject(refused('PT409', 'stale_timetable'));
  });

  it('two rows may change places', async () => {
    const [first, second, ...rest] = await asSent();
    const swapped = [
      { ...first, half: second!.half, position: second!.position },
      { ...second, half: first!.half, position: first!.position },
      ...rest
    ];
    expect(await save(trainer, 1, swapped)).toMatchObject({ data: 2, error: null });
    expect(must(await sessions())[0]!.id).toBe(second!.id);
  });

  it('no session of another training is taken over by naming its id', async () => {
    const [stolen] = await asSent();
    const other = (await planTraining(house, trainer)).training;
    await changingNothing(sessions, () => save(trainer, 1, [{ ...stolen, title: 'Stolen' }], other));
    expect(must(await sessions())[0]).toMatchObject({ id: stolen!.id, training_id: training, title: stolen!.title });
  });

  it.each([
    ['minutes of none', { minutes: 0 }],
    ['minutes of a night', { minutes: 481 }],
    ['no title', { title: ' ' }],
    ['a format of its own', { format: 'lunch' }],
    ['a break with a subject', { format: 'break', subject: 'risk' }],
    ['a session without one', { subject: null }]
  ])('a row with %s is refused, and the timetable stays', async (_, wrong) => {
    const [first, ...rest] = await asSent();
    expect(await changingNothing(sessions, () => save(trainer, 1, [{ ...first, ...wrong }, ...rest]))).toMatchObject(
      refused('23514')
    );
  });
});

describe('running a day', () => {
  const stamp = (client: Client, to: object) =>
    client
      .from('training_sessions')
      .update(to as never)
      .eq('training_id', training)
      .eq('day', 1)
      .eq('half', 1)
      .select('id');

  it('any trainer of the organisation begins and ends a session, and takes it back', async () => {
    expect(must(await stamp(coTrainer, { started_at: '2027-03-30T08:30:00Z' }))).toHaveLength(1);
    const end = { ended_at: '2027-03-30T09:40:00Z', actual_minutes: 70 };
    expect(must(await stamp(trainer, end))).toHaveLength(1);
    expect(must(await stamp(coTrainer, { started_at: null, ended_at: null, actual_minutes: null }))).toHaveLength(1);
  });

  it.each(outside)('the %s does not', async (actor) => {
    const client = await clientOf(actor);
    const answer = await changingNothing(sessions, () => stamp(client, { started_at: '2027-03-30T08:30:00Z' }));
    expect(answer).toMatchObject(nothing);
  });

  it.each([
    ['ends before it begins', { started_at: '2027-03-30T09:00:00Z', ended_at: '2027-03-30T08:00:00Z' }],
    ['takes longer than sixteen hours', { actual_minutes: 961 }],
    ['takes less than nothing', { actual_minutes: -1 }]
  ])('no session %s', async (_, wrong) => {
    expect(await changingNothing(sessions, () => stamp(trainer, wrong))).toMatchObject(refused('23514'));
  });
});

describe('notes and the parking lot', () => {
  it('any trainer of the organisation writes, settles, moves and removes', async () => {
    const { id } = must(await trainer.from('training_notes').insert(note()).select('id').single());
    const change = (to: object) =>
      coTrainer
        .from('training_notes')
        .update(to as never)
        .eq('id', id);
    expect(await change({ day: 2 })).toMatchObject(done);
    expect(await change({ settled: true })).toMatchObject(done);
    expect(must(await notes())).toMatchObject([{ day: 2, settled: true, text: 'Why circles?' }]);
    expect(await coTrainer.from('training_notes').delete().eq('id', id)).toMatchObject(done);
    expect(must(await notes())).toEqual([]);
  });

  it.each(outside)('the %s reads, writes, changes and removes none', async (actor) => {
    const client = await clientOf(actor);
    must(await trainer.from('training_notes').insert(note()).select('id'));
    const table = () => client.from('training_notes');
    expect(await table().select('*').eq('training_id', training)).toMatchObject(nothing);
    expect(await changingNothing(notes, () => table().insert(note()))).toMatchObject(refused());
    const change = () => table().update({ settled: true }).eq('training_id', training).select();
    expect(await changingNothing(notes, change)).toMatchObject(nothing);
    const remove = () => table().delete().eq('training_id', training).select();
    expect(await changingNothing(notes, remove)).toMatchObject(nothing);
  });

  it.each([
    ['without words', { text: '  ' }, '23514'],
    ['like a novel', { text: 'n'.repeat(2001) }, '23514'],
    ['of another kind', { kind: 'secret' }, '23514'],
    ['on a day there is not', { day: 7 }, '23503']
  ])('none %s is kept', async (_, wrong, code) => {
    must(await trainer.from('training_notes').insert(note()).select('id'));
    const insert = () => trainer.from('training_notes').insert(note(wrong));
    expect(await changingNothing(notes, insert)).toMatchObject(refused(code));
  });

  it('none moves to a day there is not, to another training, or below another organisation', async () => {
    const { id } = must(await trainer.from('training_notes').insert(note()).select('id').single());
    const change = (to: object) =>
      changingNothing(notes, () =>
        trainer
          .from('training_notes')
          .update(to as never)
          .eq('id', id)
      );
    expect(await change({ day: 7 })).toMatchObject(refused('23503'));
    const other = (await planTraining(house, trainer)).training;
    expect(await change({ training_id: other })).toMatchObject(refused());
    const stranger = await house.as('stranger');
    const theirs = must(await stranger.from('teams').select('organisation_id').eq('id', house.strangersTeam).single());
    const below = note({ organisation_id: theirs.organisation_id });
    expect(
      await changingNothing(notes, () => clients.trainerElsewhere.from('training_notes').insert(below))
    ).toMatchObject(refused('23503'));
  });
});
