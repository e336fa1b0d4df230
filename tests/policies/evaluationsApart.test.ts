import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';
import { planTraining, takePlace } from './trainingGround.ts';

let house: House;
let trainer: Client;
let training: string;
let visitor: Client;
let code: string;

beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
  visitor = await house.as('visitor');
});
// A training of each test's own.
beforeEach(async () => void ({ training, code } = await planTraining(house, trainer)));
afterAll(() => house.close());

const formOf = (...texts: string[]) => ({
  title: 'Form',
  intro: '',
  choices: ['Very', 'Satisfied', 'Quite', 'Not'],
  statements: texts.map((text, at) => ({ key: `s${at}`, text }))
});
const start = Date.now();
const inHours = (hours: number) => new Date(start + hours * 3_600_000).toISOString();
const row = (opens: number, closes: number, given: Record<string, unknown> = {}) => ({
  training_id: training,
  organisation_id: house.organisation,
  title: 'After the training',
  form: formOf('The pace suited me.', 'I could follow.'),
  opens_at: inHours(opens),
  closes_at: inHours(closes),
  request_key: crypto.randomUUID(),
  ...given
});
const plan = async (...given: Parameters<typeof row>) =>
  trainer
    .from('evaluations')
    .insert(row(...given))
    .select('id')
    .single();
const planned = async (...given: Parameters<typeof row>) => must(await plan(...given)).id;
const overlap = { ...refused('PT409'), error: { code: 'PT409', hint: 'evaluation_overlap' } };

/** It has asked people and is over; `enough`: something was published. */
const closes = (id: string, enough: boolean) =>
  house.asOwner(`insert into public.evaluation_results (evaluation_id, organisation_id, source, enough, respondents, counts)
    values ('${id}', '${house.organisation}', 'forms', ${enough}, ${enough ? `5, '[[5, 0, 0, 0], [0, 0, 0, 5]]'` : 'null, null'})`);

describe('the same statements are asked', () => {
  it('again when a day lies between the two, before or after', async () => {
    await planned(100, 110);

    expect((await plan(134, 140)).error).toBeNull();
    expect((await plan(70, 76)).error).toBeNull();
  });

  it('not less than a day before or after another, nor beside it, whomever the two ask', async () => {
    await planned(100, 110);

    for (const [opens, closes] of [
      [133.9, 140],
      [70, 76.1],
      [103, 104],
      [90, 120],
      [100, 110]
    ] as const)
      // prettier-ignore
      for (const asked of ['cohort', 'everybody']) expect(await plan(opens, closes, { asked })).toMatchObject(overlap);
  });

  it('not by a single shared statement either, written with other capitals or more spaces', async () => {
    await planned(100, 110);
    const form = formOf('Something else.', '  the PACE suited me. ');

    expect(await plan(103, 104, { form })).toMatchObject(overlap);
  });

  it('not when the other has closed and published, and again when it published nothing', async () => {
    const one = await planned(1, 2);
    await closes(one, true);
    expect(await plan(3, 4)).toMatchObject(overlap);

    const other = await planned(50, 51);
    await closes(other, false);
    expect((await plan(52, 53)).error).toBeNull();
  });

  it('at the same time in another training, on paper, and when the other was taken back', async () => {
    const one = await planned(100, 110);
    const elsewhere = await planTraining(house, trainer);

    expect((await plan(100, 110, { training_id: elsewhere.training })).error).toBeNull();
    expect((await plan(0, 0, { opens_at: null, closes_at: null })).error).toBeNull();
    must(await trainer.from('evaluations').delete().eq('id', one).select('id'));
    expect((await plan(103, 104)).error).toBeNull();
  });

  it('other statements may be asked at the same time', async () => {
    await planned(100, 110);

    expect((await plan(100, 110, { form: formOf('The room was good.') })).error).toBeNull();
  });

  it('once by one form that was sent twice', async () => {
    const once = row(100, 110);
    must(await trainer.from('evaluations').insert(once).select('id').single());

    expect(await trainer.from('evaluations').insert(once)).toMatchObject(refused('23505'));
  });
});

describe('one that waited for people', () => {
  const keys = () => {
    const half = () => {
      const key = crypto.randomUUID().replaceAll('-', '').repeat(13).slice(0, 392);
      return key;
    };
    return [half(), half()] as const;
  };
  /** What the server's job does, with keys that are none. */
  const open = async (id: string) => {
    const [sign, seal] = keys();
    const print = async (key: string) =>
      Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(key, 'base64'))).toString('hex');
    return must(
      await house.service.rpc('open_evaluation', {
        p_evaluation: id,
        p_sign: sign,
        p_sign_fingerprint: await print(sign),
        p_seal: seal,
        p_seal_fingerprint: await print(seal)
      })
    );
  };
  const due = async () => must(await house.service.rpc('due_evaluations')).map(({ evaluation_id }) => evaluation_id);
  /** Takes it some hours back, without asking again what is in its way: as if planned then. */
  const earlier = (id: string, hours: number) =>
    house.asOwner(
      `update public.evaluations set opens_at = opens_at - interval '${hours} hours', closes_at = closes_at - interval '${hours} hours' where id = '${id}'`
    );

  it('does not open beside another that has opened meanwhile, and does once that one published nothing', async () => {
    const waiting = await planned(0, 10);
    await earlier(waiting, 100);
    const other = await planned(0, 10);
    for (let at = 0; at < 6; at++) await takePlace(visitor, code);
    expect(await due()).toEqual(expect.arrayContaining([waiting, other]));
    expect(await open(other)).toBe('opened');

    expect(await due()).not.toContain(waiting);
    expect(await open(waiting)).toBe('too_near');
    expect(await house.asOwner(`select place_id from public.evaluation_roster where evaluation_id = '${waiting}'`)).toEqual([]); // prettier-ignore
    await closes(other, false);
    expect(await due()).toContain(waiting);
    expect(await open(waiting)).toBe('opened');
  });

  it('asks whom it asked when it opened: nobody is taken out before it is counted, and the number stays', async () => {
    const id = await planned(0, 10);
    const asked = [];
    for (let at = 0; at < 7; at++) asked.push(await takePlace(visitor, code));
    const [first, second] = asked as [(typeof asked)[0], (typeof asked)[0]];
    expect(await open(id)).toBe('opened');
    const shown = async () => {
      const own = must(await visitor.rpc('place_of', { p_secret_hash: first.hash, p_place: null as never }));
      return (own as { evaluations: { asked_count: number }[] }).evaluations[0]!.asked_count;
    };
    expect(await shown()).toBe(7);
    const remove = (place: string) => trainer.from('training_places').delete().eq('id', place).select('id');
    const places = () => trainer.from('training_places').select('id').eq('training_id', training).order('id');
    expect(await changingNothing(places, () => remove(second.place))).toMatchObject(refused('PT409', 'place_asked'));
    // Somebody who was not asked goes as before.
    const late = await takePlace(visitor, code);
    expect(must(await remove(late.place))).toHaveLength(1);
    await closes(id, true);
    expect(must(await remove(second.place))).toHaveLength(1);
    expect(await shown()).toBe(7);
  });

  it('a whole training goes while one is open, and its answers with it', async () => {
    const id = await planned(0, 10);
    for (let at = 0; at < 6; at++) await takePlace(visitor, code);
    expect(await open(id)).toBe('opened');
    expect(must(await trainer.from('trainings').delete().eq('id', training).select('id'))).toHaveLength(1);
    for (const table of ['evaluations', 'evaluation_roster', 'training_places'])
      expect(
        await house.asOwner(
          `select 1 from public.${table} where ${table === 'evaluations' ? 'id' : table === 'evaluation_roster' ? 'evaluation_id' : 'training_id'} = '${table === 'training_places' ? training : id}'`
        )
      ).toEqual([]);
  });
});
