import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from './actors.ts';
import { changingNothing, nothing, refused } from './answers.ts';
import { invite, must, type Client } from './furnish.ts';
import { drawSecret, planTraining, takePlace, type Secret } from './trainingGround.ts';

let house: House;
let trainer: Client;
let visitor: Client;
/** A trainer, but of the stranger's organisation. */
let otherTrainer: Client;
beforeAll(async () => {
  house = await openHouse();
  [trainer, visitor] = [await house.as('trainer'), await house.as('visitor')];
  const guest = await house.newcomer();
  const stranger = await house.as('stranger');
  const { organisation_id: organisation } = must(
    await stranger.from('teams').select('organisation_id').eq('id', house.strangersTeam).single()
  );
  await invite(stranger, guest.client, { organisation, team: null, role: 'trainer' });
  otherTrainer = guest.client;
});
afterAll(() => house.close());

const plan = (over = {}) => planTraining(house, trainer, over);
const opened = (client: Client, { hash }: Secret) =>
  client.rpc('place_of', { p_secret_hash: hash, p_place: null as never });
const byId = (client: Client, place: string) =>
  client.rpc('place_of', { p_secret_hash: null as never, p_place: place });
const places = (training: string) => trainer.from('training_places').select('id, name, state, kind').eq('training_id', training).order('id'); // prettier-ignore
const add = (client: Client, training: string, kind = 'cohort') =>
  client.rpc('add_place', {
    p_training: training,
    p_kind: kind,
    p_name: 'Rang Up',
    p_email: '',
    p_workplace: '',
    p_secret_hash: drawSecret().hash
  });
const settle = (client: Client, place: string, state: string, kind?: string) =>
  client.rpc('settle_place', { p_place: place, p_state: state, ...(kind && { p_kind: kind }) });
/** Nobody but trainers of the organisation manages people. */
const others = async () =>
  [...(await Promise.all((['visitor', 'stranger', 'admin', 'lead', 'member'] as const).map(house.as))), otherTrainer] as const; // prettier-ignore

describe('signing up', () => {
  it('a visitor with the code sees the training and no name but the trainers’', async () => {
    const { code } = await plan();
    await takePlace(visitor, code, { name: 'Canary Name', email: 'canary@example.org' });
    const page = must(await visitor.rpc('training_by_code', { p_code: code }));
    expect(page).toMatchObject({ organisation: 'Harbour House', trainers: ['Tara Trainer'], placed: 1, waiting: 0 });
    expect(JSON.stringify(page)).not.toMatch(/canary/i);
    expect(await visitor.rpc('training_by_code', { p_code: 'nothing' })).toMatchObject({ data: null, error: null });
  });

  it('the same form twice is one place; the same e-mail address is told to nobody', async () => {
    const { code, training } = await plan();
    const first = await takePlace(visitor, code, { email: 'ana@example.org' });
    const form = { p_code: code, p_kind: 'cohort', p_name: 'Ana', p_email: 'ana@example.org', p_workplace: '' };
    expect(must(await visitor.rpc('sign_up', { ...form, p_secret_hash: first.hash }))).toEqual({
      status: 'placed',
      place: first.place
    });
    expect(must(await visitor.rpc('sign_up', { ...form, p_secret_hash: drawSecret().hash }))).toMatchObject({
      status: 'placed'
    });
    expect(must(await places(training))).toHaveLength(2);
  });

  it('a person with an account has one place', async () => {
    const { code } = await plan();
    const member = await house.as('member');
    const { place } = await takePlace(member, code);
    expect(await takePlace(member, code)).toMatchObject({ status: 'already', place });
    expect(must(await byId(member, place))).toMatchObject({ mine: true });
  });

  it('closed, only a form that was sent before gets its place', async () => {
    const { code, training } = await plan();
    const before = await takePlace(visitor, code);
    must(await trainer.from('trainings').update({ sign_up_open: false }).eq('id', training).select('id'));
    expect(await takePlace(visitor, code)).toMatchObject({ status: 'closed' });
    const again = { p_code: code, p_kind: 'cohort', p_name: 'A', p_email: '', p_workplace: '' };
    expect(must(await visitor.rpc('sign_up', { ...again, p_secret_hash: before.hash }))).toMatchObject({
      status: 'placed'
    });
    expect(must(await add(trainer, training))).toMatchObject({ status: 'placed' });
  });

  it('at the same moment no place is given twice, and who waits keeps the order', async () => {
    const { code, training } = await plan({ places: 3, open_places: 1 });
    const all = await Promise.all(Array.from({ length: 8 }, () => takePlace(visitor, code)));
    expect(all.filter(({ status }) => status === 'placed')).toHaveLength(3);
    expect(all.filter(({ status }) => status === 'waiting')).toHaveLength(5);
    const waiting = must(
      await trainer
        .from('training_places')
        .select('id')
        .eq('training_id', training)
        .eq('state', 'waiting')
        .order('turn')
    );
    for (const [at, { id }] of waiting.entries()) {
      const one = all.find(({ place }) => place === id)!;
      expect(must(await opened(visitor, one))).toMatchObject({ state: 'waiting', ahead: at });
    }
    // The open day is counted by itself, and who comes when somebody waits goes to the end even with a place free.
    expect(await takePlace(visitor, code, { kind: 'open_day' })).toMatchObject({ status: 'placed' });
    must(await visitor.rpc('give_place_back', { p_secret_hash: all.find(({ status }) => status === 'placed')!.hash, p_place: null as never })); // prettier-ignore
    expect(await takePlace(visitor, code)).toMatchObject({ status: 'waiting' });
  });
});

describe('one’s own place', () => {
  it('is opened by its secret, or by its id for the account it is tied to, and by nothing else', async () => {
    const { code } = await plan();
    const own = await takePlace(visitor, code, { name: 'Own' });
    expect(must(await opened(visitor, own))).toMatchObject({ id: own.place, name: 'Own', mine: false, claimed: false });
    expect(await opened(visitor, drawSecret())).toMatchObject({ data: null, error: null });
    for (const client of [...(await others()), trainer])
      expect(await byId(client, own.place)).toMatchObject({ data: null, error: null });
  });

  it('shows nothing of anybody else', async () => {
    const { code } = await plan();
    await takePlace(visitor, code, { name: 'Canary Name', email: 'canary@example.org', workplace: 'Canary House' });
    const own = await takePlace(visitor, code);
    expect(JSON.stringify(must(await opened(visitor, own)))).not.toMatch(/canary/i);
  });

  it('is claimed by one account, once, and found there', async () => {
    const { code } = await plan();
    const own = await takePlace(visitor, code);
    const [member, lead] = [await house.as('member'), await house.as('lead')];
    const claim = (client: Client, { hash }: Secret) => client.rpc('claim_place', { p_secret_hash: hash });
    expect(await claim(visitor, own)).toMatchObject(refused());
    expect(must(await claim(member, own))).toBe('claimed');
    expect(must(await claim(member, own))).toBe('already');
    expect(must(await claim(lead, own))).toBe('taken');
    expect(must(await claim(member, await takePlace(visitor, code)))).toBe('twice');
    expect(await claim(member, drawSecret())).toMatchObject(refused('PT404'));
    expect(must(await byId(member, own.place))).toMatchObject({ mine: true });
    expect(must(await member.rpc('my_training_places')).map(({ place }) => place)).toContain(own.place);
    expect(must(await member.from('training_places').select('id').eq('id', own.place))).toHaveLength(1);
  });

  it('is given back by who holds it, and given again by a trainer only', async () => {
    const { code, training } = await plan();
    const own = await takePlace(visitor, code);
    const back = (client: Client, p_secret_hash: string | null, p_place: string | null) =>
      client.rpc('give_place_back', { p_secret_hash: p_secret_hash as never, p_place: p_place as never });
    for (const client of await others())
      expect(await changingNothing(() => places(training), () => back(client, null, own.place))).toMatchObject(refused('PT404')); // prettier-ignore
    expect(must(await back(visitor, own.hash, null))).toBe('withdrawn');
    expect(must(await opened(visitor, own))).toMatchObject({ state: 'withdrawn' });
    const again = { p_code: code, p_kind: 'cohort', p_name: 'A', p_email: '', p_workplace: '' };
    expect(must(await visitor.rpc('sign_up', { ...again, p_secret_hash: own.hash }))).toMatchObject({ status: 'withdrawn' }); // prettier-ignore
    expect(must(await settle(trainer, own.place, 'placed'))).toBe('placed');
  });
});

describe('the trainers’ list', () => {
  it('is theirs alone: nobody else reads, adds, settles, changes or removes', async () => {
    const { code, training } = await plan();
    const { place } = await takePlace(visitor, code);
    const unchanged = <A extends { data: unknown; error: { message: string } | null }>(work: () => PromiseLike<A>) =>
      changingNothing(() => places(training), work);
    for (const client of await others()) {
      const read = await client.from('training_places').select('id').eq('training_id', training);
      expect(read.data ?? []).toEqual([]);
      expect(await unchanged(() => add(client, training))).toMatchObject(refused());
      expect(await unchanged(() => settle(client, place, 'withdrawn'))).toMatchObject(refused());
      const changed = await unchanged(() => client.from('training_places').update({ name: 'X' }).eq('id', place).select('id')); // prettier-ignore
      expect(changed.data ?? []).toEqual([]);
      const removed = await unchanged(() => client.from('training_places').delete().eq('id', place).select('id'));
      expect(removed.data ?? []).toEqual([]);
    }
  });

  it('somebody with an account reads their own place and changes nothing of it', async () => {
    const { code, training } = await plan();
    await takePlace(visitor, code);
    const member = await house.as('member');
    const { place } = await takePlace(member, code);
    expect(must(await member.from('training_places').select('id').eq('training_id', training))).toEqual([
      { id: place }
    ]);
    expect(await changingNothing(() => places(training), () => member.from('training_places').update({ name: 'X' }).eq('id', place).select())).not.toMatchObject({ data: [{}] }); // prettier-ignore
  });

  it('keeps the number of places, also when somebody moves between open day and cohort', async () => {
    const { code } = await plan({ places: 1, open_places: 1 });
    const [placed, waits] = [await takePlace(visitor, code), await takePlace(visitor, code)];
    expect(await settle(trainer, waits.place, 'placed')).toMatchObject(refused('PT409', 'training_full'));
    expect(must(await settle(trainer, waits.place, 'placed', 'open_day'))).toBe('placed');
    expect(await settle(trainer, placed.place, 'placed', 'open_day')).toMatchObject(refused('PT409', 'training_full'));
    expect(must(await settle(trainer, placed.place, 'withdrawn'))).toBe('withdrawn');
    expect(must(await settle(trainer, waits.place, 'placed', 'cohort'))).toBe('placed');
    for (const [state, kind] of [['gone'], ['placed', 'nowhere']] as const)
      expect(await settle(trainer, placed.place, state, kind)).toMatchObject(refused('22023'));
  });

  it('who is put on the waiting list stands at its end', async () => {
    const { code } = await plan({ places: 1 });
    const [placed, first, second] = [await takePlace(visitor, code), await takePlace(visitor, code), await takePlace(visitor, code)]; // prettier-ignore
    must(await settle(trainer, placed.place, 'waiting'));
    const ahead = async (one: Secret) => (must(await opened(visitor, one)) as { ahead: number }).ahead;
    expect([await ahead(first), await ahead(second), await ahead(placed)]).toEqual([0, 1, 2]);
  });

  it('a new personal address ends the one before; what is kept of it nobody reads', async () => {
    const { code } = await plan();
    const own = await takePlace(visitor, code);
    const fresh = drawSecret();
    must(await trainer.from('training_places').update({ secret_hash: fresh.hash }).eq('id', own.place).select('id'));
    const bad = trainer.from('training_places').update({ secret_hash: 'short' });
    expect(await bad.eq('id', own.place)).toMatchObject(refused('22023'));
    expect(await opened(visitor, own)).toMatchObject({ data: null, error: null });
    expect(must(await opened(visitor, fresh))).toMatchObject({ id: own.place });
    for (const client of [trainer, await house.as('member'), visitor])
      expect(await client.from('training_places').select('secret_hash')).toMatchObject(refused());
  });

  it('who copies the database cannot come in with what is kept of an address', async () => {
    const { code } = await plan();
    const own = await takePlace(visitor, code);
    const [row] = await house.asOwner(`select secret_hash from public.training_places where id = '${own.place}'`);
    expect(row!.secret_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row!.secret_hash).not.toBe(own.hash);
    const copied = { ...own, hash: String(row!.secret_hash) };
    expect(await opened(visitor, copied)).toMatchObject({ data: null, error: null });
    expect(must(await opened(visitor, own))).toMatchObject({ id: own.place });
    const back = await visitor.rpc('give_place_back', { p_secret_hash: copied.hash, p_place: null as never });
    expect(back).toMatchObject(refused('PT404'));
  });

  it('the link to meet online is for who has a place: not on the sign-up page, not on the waiting list', async () => {
    const { code } = await plan({ places: 1, link: 'https://meet.example.org/canary' });
    const link = async (one: Secret) =>
      (must(await opened(visitor, one)) as { training: { link: string; online: boolean } }).training;
    const page = must(await visitor.rpc('training_by_code', { p_code: code }));
    expect(page).toMatchObject({ online: true });
    expect(JSON.stringify(page)).not.toContain('canary');
    const [placed, waiting] = [await takePlace(visitor, code), await takePlace(visitor, code)];
    expect(await link(placed)).toMatchObject({ link: 'https://meet.example.org/canary', online: true });
    expect(await link(waiting)).toMatchObject({ link: '', online: true });
    must(await visitor.rpc('give_place_back', { p_secret_hash: placed.hash, p_place: null as never }));
    expect(await link(placed)).toMatchObject({ link: '', online: true });
  });

  it('a place that changed since the page was opened stays as it is', async () => {
    const { code, training } = await plan({ places: 1 });
    const [placed, waiting] = [await takePlace(visitor, code), await takePlace(visitor, code)];
    must(await visitor.rpc('give_place_back', { p_secret_hash: waiting.hash, p_place: null as never }));
    must(await settle(trainer, placed.place, 'withdrawn'));
    const give = (p_expected: string) =>
      trainer.rpc('settle_place', { p_place: waiting.place, p_state: 'placed', p_kind: 'cohort', p_expected });
    const old = () => give('waiting cohort');
    expect(await changingNothing(() => places(training), old)).toMatchObject(refused('PT409', 'place_changed'));
    expect(must(await give('withdrawn cohort'))).toBe('placed');
  });

  it('a place is removed altogether', async () => {
    const { code } = await plan();
    const own = await takePlace(visitor, code);
    expect(must(await trainer.from('training_places').delete().eq('id', own.place).select('id'))).toHaveLength(1);
    expect(await opened(visitor, own)).toMatchObject({ data: null, error: null });
    expect(await trainer.from('training_places').select('id').eq('id', own.place)).toMatchObject(nothing);
  });
});
