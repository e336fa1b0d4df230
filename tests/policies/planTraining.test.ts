import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, done, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { dayOn, planOneDay } from './plannedDay.ts';
import { attendAll, planTraining, smallCurriculum, takePlace, type TrainingGround } from './trainingGround.ts';

let house: House;
let trainer: Client;
let ground: TrainingGround;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
  ground = await planTraining(house, trainer);
});
afterAll(() => house.close());

const all = () => trainer.from('trainings').select('*, training_days(*), training_sessions(*)').order('id');

describe('planning a training', () => {
  it('the same form sent twice, also at once, plans one', async () => {
    const key = crypto.randomUUID();
    const twice = await Promise.all([1, 2].map(() => planOneDay(trainer, house, ground.curriculum, { key })));
    const again = await changingNothing(all, () =>
      planOneDay(trainer, house, ground.curriculum, { key, training: { title: 'Other' } })
    );
    expect(new Set([...twice, again].map(must)).size).toBe(1);
  });

  it('begins with nobody signed up, closed, and an address of its own', async () => {
    const [one, two] = [
      must(await planOneDay(trainer, house, ground.curriculum)),
      must(await planOneDay(trainer, house, ground.curriculum))
    ];
    const rows = must(await trainer.from('trainings').select('sign_up_open, sign_up_code').in('id', [one, two]));
    expect(rows.map(({ sign_up_open }) => sign_up_open)).toEqual([false, false]);
    expect(rows[0]?.sign_up_code).not.toBe(rows[1]?.sign_up_code);
  });

  it('refuses a draft, and a curriculum of another organisation', async () => {
    const draft = { organisation_id: house.organisation, title: 'Draft', document: smallCurriculum };
    const { id } = must(await trainer.from('curricula').insert(draft).select('id').single());
    expect(await planOneDay(trainer, house, id)).toMatchObject(refused('22023', 'curriculum_draft'));
    must(await trainer.from('curricula').delete().eq('id', id).select('id').single());
    expect(await planOneDay(trainer, house, crypto.randomUUID())).toMatchObject(refused('22023', 'curriculum_draft'));
  });

  it.each([
    ['no day', [], refused('22023', 'training_days')],
    [
      'nine days',
      Array.from({ length: 9 }, (_, at) => dayOn(at + 1, `2027-09-0${at + 1}`)),
      refused('22023', 'training_days')
    ],
    ['two days on one date', [dayOn(1, '2027-09-01'), dayOn(2, '2027-09-01')], refused('23505')],
    ['days in no order', [dayOn(1, '2027-09-02'), dayOn(2, '2027-09-01')], refused('22023', 'days_order')],
    ['an afternoon before its morning', [{ ...dayOn(1, '2027-09-01'), afternoon_starts: '08:00' }], refused('23514')]
  ])('with %s leaves nothing behind', async (_, days, answer) => {
    expect(await changingNothing(all, () => planOneDay(trainer, house, ground.curriculum, { days }))).toMatchObject(
      answer
    );
  });
});

describe('the days of a training', () => {
  const dates = async (training: string) =>
    must(await trainer.from('training_days').select('held_on').eq('training_id', training).order('day')).map(
      ({ held_on }) => held_on
    );
  const save = (training: string, days: object[], remove?: number) =>
    trainer.rpc('save_training_days', {
      p_training: training,
      p_days: days as never,
      ...(remove === undefined ? {} : { p_remove: remove })
    });

  it('move together, over each other’s dates, and take one more at the end', async () => {
    const training = must(
      await planOneDay(trainer, house, ground.curriculum, { days: [dayOn(1, '2027-09-01'), dayOn(2, '2027-09-02')] })
    );
    expect(await save(training, [dayOn(1, '2027-09-02'), dayOn(2, '2027-09-03')])).toMatchObject(done);
    expect(await save(training, [dayOn(3, '2027-10-01')])).toMatchObject(done);
    expect(await dates(training)).toEqual(['2027-09-02', '2027-09-03', '2027-10-01']);
  });

  it('stay as they were when they would not follow each other', async () => {
    const answer = await changingNothing(all, () => save(ground.training, [dayOn(2, '2020-01-01')]));
    expect(answer).toMatchObject(refused('22023', 'days_order'));
  });

  it('an empty one goes; one with a session, or with somebody’s attendance, stays', async () => {
    const training = must(
      await planOneDay(trainer, house, ground.curriculum, { days: [dayOn(1, '2027-09-01'), dayOn(2, '2027-09-02')] })
    );
    expect(await save(training, [], 2)).toMatchObject(done);
    expect(await dates(training)).toEqual(['2027-09-01']);
    const inUse = refused('PT409', 'day_in_use');
    expect(await changingNothing(all, () => save(ground.training, [], 2))).toMatchObject(inUse);
    const { place } = await takePlace(await house.as('visitor'), ground.code);
    await attendAll(house, trainer, ground.training, [place], [2]);
    expect(await save(ground.training, [], 2)).toMatchObject(inUse);
  });

  it.each([
    [
      'a note',
      (of: string, organisation: string) =>
        `insert into public.training_notes (training_id, organisation_id, day, kind, text) values ('${of}', '${organisation}', 2, 'note', 'More tea.')`
    ],
    [
      'people counted at the door',
      (of: string) => `update public.training_days set counted = 3 where training_id = '${of}' and day = 2`
    ],
    [
      'a make-up',
      (of: string, organisation: string) =>
        `with place as (insert into public.training_places (training_id, organisation_id, kind, state, name) values ('${of}', '${organisation}', 'cohort', 'placed', 'Pia') returning id)
          insert into public.training_make_ups (place_id, training_id, organisation_id, day, half, made_up_on, made_up_where, made_up_with) select id, '${of}', '${organisation}', 2, 1, '2027-10-01', 'Here', 'Tara' from place`
    ]
  ])('one without sessions stays for %s', async (_, sql) => {
    const days = [dayOn(1, '2027-09-01'), dayOn(2, '2027-09-02')];
    const training = must(await planOneDay(trainer, house, ground.curriculum, { days }));
    await house.asOwner(sql(training, house.organisation));
    const inUse = refused('PT409', 'day_in_use');
    expect(
      await changingNothing(
        () => trainer.from('training_days').select('*').eq('training_id', training).order('day'),
        () => save(training, [], 2)
      )
    ).toMatchObject(inUse);
  });
});

describe('the timetable', () => {
  const row = { day: 1, half: 1, position: 0, title: 'Arrive', subject: 'circles', format: 'circle', minutes: 30 };
  const save = (version: number, sessions: object[] = [row]) =>
    trainer.rpc('save_timetable', { p_training: ground.training, p_version: version, p_sessions: sessions as never });

  it('is saved once by who had seen the newest; the other is told', async () => {
    const { timetable_version } = must(
      await trainer.from('trainings').select('timetable_version').eq('id', ground.training).single()
    );
    expect(must(await save(timetable_version))).toBe(timetable_version + 1);
    const late = await changingNothing(all, () => save(timetable_version));
    expect(late).toMatchObject(refused('PT409', 'stale_timetable'));
  });

  it('takes no row of a day there is not, and none that stands where another does', async () => {
    const { timetable_version } = must(
      await trainer.from('trainings').select('timetable_version').eq('id', ground.training).single()
    );
    await changingNothing(all, () => save(timetable_version, [{ ...row, day: 7 }]));
    await changingNothing(all, () => save(timetable_version, [row, row]));
    expect(must(await save(timetable_version, [row, { ...row, position: 1 }]))).toBe(timetable_version + 1);
  });
});
