import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openHouse, type Actor, type House } from './actors.ts';
import { changingNothing, done, nothing, refused } from './answers.ts';
import { invite, must, type Client } from './furnish.ts';
import { attendAll, planTraining, takePlace, type TrainingGround } from './trainingGround.ts';

vi.setConfig({ testTimeout: 60_000 });

let house: House;
let trainer: Client;
let ground: TrainingGround;
let key: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as('trainer');
  ground = await planTraining(house, trainer, { places: 60, days: ['2026-03-30', '2026-03-31'] });
  key = await addKey(house.service, house.organisation);
});
afterAll(() => house.close().finally(vi.resetConfig));

const half = { kty: 'RSA', n: 'AQAB', e: 'AQAB', alg: 'RS256' };
async function addKey(
  client: Client,
  organisation: string,
  public_key: Record<string, string> = half
): Promise<string> {
  const p_key = crypto.randomUUID();
  const row = { p_key, p_organisation: organisation, p_public_key: public_key };
  const { error } = await client.rpc('add_organisation_key', row);
  if (error) throw new Error(error.code);
  return p_key;
}
const place = async (days: number[], person = 'Pia Participant', { code, training } = ground) => {
  const taken = await takePlace(await house.as('visitor'), code, { name: person });
  if (days.length > 0) await attendAll(house, trainer, training, [taken.place], days);
  return taken;
};
const issue = (client: Client, of: string) => client.rpc('issue_certificate', { p_place: of });
const signed = 'header.payload.signature';
const sign = (client: Client, p_certificate: string, p_signed = signed, p_key = key) =>
  client.rpc('sign_certificate', { p_certificate, p_key, p_signed });
const revoke = (client: Client, p_certificate: string) =>
  client.rpc('revoke_certificate', { p_certificate, p_why: ' The name was wrong. ' });
const all = () => trainer.from('certificates').select('*').order('id');
const given = async (person?: string) => {
  const taken = await place([1, 2], person);
  const certificate = must(await issue(trainer, taken.place));
  must(await sign(house.service, certificate));
  return { ...taken, certificate };
};
const others: Actor[] = ['visitor', 'stranger', 'outsider', 'admin', 'lead', 'member', 'colleague'];

describe('giving a certificate', () => {
  it('the trainer gives one to who has completed, with the facts of that day', async () => {
    const { place: of } = await place([1, 2], 'Žofia Ångström');
    const id = must(await issue(trainer, of));
    const { hours, ...row } = must(await trainer.from('certificates').select('*').eq('id', id).single());
    expect(Number(hours)).toBe(4);
    expect(row).toMatchObject({
      organisation_id: house.organisation,
      training_id: ground.training,
      place_id: of,
      key_id: null,
      name: 'Žofia Ångström',
      training: 'Facilitators, spring',
      organisation: 'Harbour House',
      subjects: ['Keeping circles', 'Risk'],
      begins_on: '2026-03-30',
      ends_on: '2026-03-31',
      trainers: ['Tara Trainer'],
      days_needed: 2,
      days: 2,
      days_counted: 2,
      make_ups_count: true,
      signed: null,
      revoked_on: null
    });
  });

  it.each([
    ['was never there', []],
    ['missed a day', [1]]
  ])('nobody, the trainer neither, gives one to who %s', async (_, days) => {
    const { place: of } = await place(days);
    expect(await changingNothing(all, () => issue(trainer, of))).toMatchObject(
      refused('PT409', 'training_not_completed')
    );
  });

  it.each(others)('the %s gives none, to who has completed neither', async (actor) => {
    const { place: of } = await place([1, 2]);
    expect(await changingNothing(all, async () => issue(await house.as(actor), of))).toMatchObject(refused());
  });

  it('twice in the same moment it is one, signed once, and what was signed first stays', async () => {
    const { place: of } = await place([1, 2]);
    const [first, second] = await Promise.all([issue(trainer, of), issue(trainer, of)]);
    expect(must(first)).toBe(must(second));
    const id = must(first);
    const waiting = async () => must(await house.service.rpc('certificates_to_sign')).map((row) => row.id);
    expect(await waiting()).toContain(id);
    expect(must(await sign(house.service, id))).toBe(signed);
    expect(must(await sign(house.service, id, 'other.text.here'))).toBe(signed);
    expect(must(await issue(trainer, of))).toBe(id);
    expect(await waiting()).not.toContain(id);
  });

  it('nobody gets one that rests on a day to come, noted ahead or made up ahead', async () => {
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const ahead = await planTraining(house, trainer, { days: ['2026-03-30', soon] });
    const { place: of } = await place([1, 2], 'Ada Ahead', ahead);
    const early = refused('PT409', 'training_ahead');
    expect(await changingNothing(all, () => issue(trainer, of))).toMatchObject(early);
    // Day 2 moves to the past, and one half of it was missed and is to be made up for the day after tomorrow.
    await house.asOwner(
      `update public.training_days set held_on = '2026-03-31' where training_id = '${ahead.training}' and day = 2`,
      `update public.training_attendance set came = false where place_id = '${of}' and day = 2 and half = 2`
    );
    const row = { place_id: of, training_id: ahead.training, organisation_id: house.organisation, day: 2, half: 2 };
    const madeUp = { made_up_on: soon, made_up_where: 'Here', made_up_with: 'Tara' };
    expect((await trainer.from('training_make_ups').insert({ ...row, ...madeUp })).error).toBeNull();
    expect(await changingNothing(all, () => issue(trainer, of))).toMatchObject(early);
    const done = trainer.from('training_make_ups').update({ made_up_on: '2026-04-02' });
    must(await done.eq('place_id', of).select('day'));
    must(await issue(trainer, of));
    // On the day itself, where the training is: the last circle is when they are handed out.
    const today = await planTraining(house, trainer, { days: ['2026-03-30', soon], time_zone: 'UTC' });
    const { place: there } = await place([1, 2], 'Tom Today', today);
    const [now] = await house.asOwner(
      `update public.training_days set held_on = (private.clock() at time zone 'UTC')::date where training_id = '${today.training}' and day = 2 returning held_on::text`
    );
    expect(now).toBeDefined();
    must(await issue(trainer, there));
  });

  it('what was taken back before it was signed is signed by nobody', async () => {
    const { place: of } = await place([1, 2]);
    const id = must(await issue(trainer, of));
    must({ ...(await revoke(trainer, id)), data: true });
    expect(must(await house.service.rpc('certificates_to_sign')).map((row) => row.id)).not.toContain(id);
    expect((await sign(house.service, id)).data).toBeNull();
  });

  it('it is signed with a key of the organisation only, and with a signed text only', async () => {
    const stranger = await house.as('stranger');
    const { organisation_id: elsewhere } = must(await stranger.from('teams').select('organisation_id').single());
    const foreign = crypto.randomUUID();
    await house.asOwner(
      `insert into public.organisation_keys (id, organisation_id, public_key) values ('${foreign}', '${elsewhere}', '{"kty":"RSA"}')`
    );
    const { place: of } = await place([1, 2]);
    const id = must(await issue(trainer, of));
    expect(await changingNothing(all, () => sign(house.service, id, signed, foreign))).toMatchObject(refused('23503'));
    expect(await changingNothing(all, () => sign(house.service, id, '<script>'))).toMatchObject(refused('22023'));
  });

  it('nobody writes or changes a row by hand', async () => {
    const { certificate } = await given();
    for (const client of [trainer, await house.as('admin'), await house.as('visitor')]) {
      const table = client.from('certificates');
      const facts = { name: 'Mallory', hours: 400 };
      expect(await changingNothing(all, () => table.update(facts).eq('id', certificate))).toMatchObject(refused());
      expect(await changingNothing(all, () => table.delete().eq('id', certificate))).toMatchObject(refused());
    }
  });
});

describe('signing and taking back', () => {
  it.each(others)('the %s neither signs nor takes back', async (actor) => {
    const { place: of } = await place([1, 2]);
    const id = must(await issue(trainer, of));
    const client = await house.as(actor);
    expect(await changingNothing(all, () => sign(client, id))).toMatchObject(refused());
    expect(await changingNothing(all, () => revoke(client, id))).toMatchObject(refused());
  });

  it('the trainer, who gives it, does not sign it either, and is not told what waits to be signed', async () => {
    const { place: of } = await place([1, 2]);
    const id = must(await issue(trainer, of));
    expect(await changingNothing(all, () => sign(trainer, id))).toMatchObject(refused());
    expect(await trainer.rpc('certificates_to_sign')).toMatchObject(refused());
  });

  it('the trainer takes one back for good, with a reason, and gives a new one', async () => {
    const { certificate, place: of } = await given();
    expect(await revoke(trainer, certificate)).toMatchObject(done);
    const row = must(await trainer.from('certificates').select('*').eq('id', certificate).single());
    expect([row.revoked_on === null, row.revoked_why]).toEqual([false, 'The name was wrong.']);
    expect(await changingNothing(all, () => revoke(trainer, certificate))).toMatchObject(done);
    expect(must(await issue(trainer, of))).not.toBe(certificate);
  });
});

describe('reading', () => {
  it.each(['stranger', 'outsider', 'admin', 'lead', 'member'] as const)(
    'the %s reads no certificate and no key',
    async (actor) => {
      await given();
      const client = await house.as(actor);
      expect(await client.from('certificates').select('*')).toMatchObject(nothing);
      expect(await client.from('organisation_keys').select('*')).toMatchObject(nothing);
    }
  );

  it('a participant reads their own, by their address, once it is signed, and no other', async () => {
    const visitor = await house.as('visitor');
    const own = async ({ hash }: { hash: string }) =>
      must(await visitor.rpc('place_of', { p_secret_hash: hash, p_place: null as unknown as string })) as {
        certificate: Record<string, unknown> | null;
      };
    const begun = await place([1, 2]);
    must(await issue(trainer, begun.place));
    expect((await own(begun)).certificate).toBeNull();
    expect((await own(await place([]))).certificate).toBeNull();
    const { certificate, ...holder } = await given('Hanna Holder');
    expect((await own(holder)).certificate).toMatchObject({ id: certificate, name: 'Hanna Holder', signed });
    expect(await visitor.from('certificates').select('*')).toMatchObject(refused());
  });

  it('anybody asks for key, issuer, status and what was revoked by an id, and reads no name', async () => {
    const visitor = await house.as('visitor');
    const { certificate } = await given('Nadia Nameless');
    const status = async () => must(await visitor.rpc('certificate_status', { p_certificate: certificate }));
    const revoked = async () =>
      must(await visitor.rpc('revoked_certificates', { p_organisation: house.organisation })) as string[];
    expect(must(await visitor.rpc('certificate_key', { p_key: key }))).toEqual(half);
    const issuer = must(await visitor.rpc('certificate_issuer', { p_organisation: house.organisation }));
    expect(issuer).toMatchObject({ name: 'Harbour House', keys: expect.arrayContaining([key]) });
    expect([await status(), (await revoked()).includes(certificate)]).toMatchObject([{ status: 'valid' }, false]);
    must({ ...(await revoke(trainer, certificate)), data: true });
    expect([await status(), (await revoked()).includes(certificate)]).toMatchObject([{ status: 'revoked' }, true]);
    expect(JSON.stringify([await status(), await revoked(), issuer])).not.toContain('Nadia');
  });

  it('of what is not there they read nothing: wrong ids, an unsigned one, an organisation without a key', async () => {
    const visitor = await house.as('visitor');
    const no = crypto.randomUUID();
    const { place: of } = await place([1, 2]);
    const unsigned = must(await issue(trainer, of));
    for (const answer of [
      await visitor.rpc('certificate_key', { p_key: no }),
      await visitor.rpc('certificate_issuer', { p_organisation: no }),
      await visitor.rpc('certificate_status', { p_certificate: no }),
      await visitor.rpc('certificate_status', { p_certificate: unsigned })
    ])
      expect(answer).toMatchObject(done);
  });
});

it('a trainer of another organisation reads nothing, gives, signs and takes back nothing, and adds no key here', async () => {
  const { client } = await house.newcomer();
  const stranger = await house.as('stranger');
  const { organisation_id: organisation } = must(await stranger.from('teams').select('organisation_id').single());
  await invite(stranger, client, { organisation, team: null, role: 'trainer' });
  const { place: of } = await place([1, 2]);
  const { certificate } = await given();
  expect(await client.from('certificates').select('*')).toMatchObject(nothing);
  expect((await client.from('organisation_keys').select('id').eq('id', key)).data).toEqual([]);
  expect(await changingNothing(all, () => issue(client, of))).toMatchObject(refused());
  expect(await changingNothing(all, () => sign(client, certificate))).toMatchObject(refused());
  expect(await changingNothing(all, () => revoke(client, certificate))).toMatchObject(refused());
  for (const of of [house.organisation, organisation]) await expect(addKey(client, of)).rejects.toThrow('42501');
});

describe('keys', () => {
  it.each([...others, 'trainer'] as const)('the %s adds none', async (actor) => {
    const client = await house.as(actor);
    await expect(addKey(client, house.organisation)).rejects.toThrow('42501');
    const row = { id: crypto.randomUUID(), organisation_id: house.organisation, public_key: half };
    expect(await client.from('organisation_keys').insert(row)).toMatchObject(refused());
  });

  it('the server adds no private half, and the trainer changes and removes none', async () => {
    const keys = () => trainer.from('organisation_keys').select('*').order('id');
    await expect(addKey(house.service, house.organisation, { ...half, d: 'secret' })).rejects.toThrow('23514');
    const table = trainer.from('organisation_keys');
    expect(await changingNothing(keys, () => table.update({ public_key: {} }).eq('id', key))).toMatchObject(refused());
    expect(await changingNothing(keys, () => table.delete().eq('id', key))).toMatchObject(refused());
  });
});

it('a certificate outlives its training, and still says whether it holds', async () => {
  const { certificate } = await given();
  await house.asOwner(`delete from public.trainings where id = '${ground.training}'`);
  const row = must(await trainer.from('certificates').select('*').eq('id', certificate).single());
  expect([row.training_id, row.place_id, row.signed]).toEqual([null, null, signed]);
  const visitor = await house.as('visitor');
  expect(must(await visitor.rpc('certificate_status', { p_certificate: certificate }))).toMatchObject({
    status: 'valid'
  });
});
