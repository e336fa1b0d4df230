import type { Page } from '@playwright/test';
import { must, type Api } from '../policies/furnish.ts';
import { expect } from './circlewell.ts';
import {
  addPlaces,
  newTraining,
  noteAttendance,
  wholeDays,
  type Placed,
  type TrainingGround
} from './trainingGround.ts';

/** A training with four people: the first three were there on all days, the fourth missed the morning of day 2. */
export async function someWhoCompleted(api: Api): Promise<{ ground: TrainingGround; places: Placed[] }> {
  const ground = await newTraining(api);
  const places = await addPlaces(ground, 4);
  await noteAttendance(ground, places.slice(0, 3), wholeDays());
  const butOne = wholeDays().map((half) => ({ ...half, came: half.day !== 2 || half.half !== 1 }));
  await noteAttendance(ground, places.slice(3), butOne);
  return { ground, places };
}

/** Gives everybody who is ready their certificate: the first press says what it does, the second does it. */
export async function giveToAll(page: Page, count: number): Promise<void> {
  await page.getByText(`Give to all ${count}`, { exact: true }).click();
  await page.getByRole('button', { name: `Give ${count} certificates now` }).click();
}

/** Somebody's certificate as they download it. */
export async function fileOf(page: Page, { path }: Placed, ending: 'png' | 'jwt'): Promise<Buffer> {
  const answer = await page.request.get(`${path}/certificate.${ending}`);
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** With one character of what is signed changed. */
export const changed = (token: string): string => {
  const at = token.indexOf('.') + 40;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
};

/**
 * A certificate of somebody who is noted as there on all days, made by the API once: signed with nothing, for what only looks at
 * the pages. `signed: null` leaves it as a server does that stopped before signing.
 */
export async function certificateOf(
  { trainer: { client }, training, organisation }: TrainingGround,
  { place }: Pick<Placed, 'place'>,
  signed: string | null = 'nobody.signed.this'
): Promise<string> {
  const below = { place_id: place, training_id: training, organisation_id: organisation, came: true };
  const { error } = await client.from('training_attendance').upsert(
    wholeDays().map((half) => ({ ...below, ...half })),
    { onConflict: 'place_id,day,half', ignoreDuplicates: true }
  );
  if (error) throw new Error(error.message);
  const known = must(await client.from('certificates').select('id').eq('place_id', place).is('revoked_on', null));
  if (known[0]) return known[0].id;
  const id = crypto.randomUUID();
  const public_key = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };
  const added = await client.from('organisation_keys').insert({ id, organisation_id: organisation, public_key });
  if (added.error) throw new Error(added.error.message);
  const certificate = must(await client.rpc('issue_certificate', { p_place: place, p_key: id }));
  if (signed) must(await client.rpc('sign_certificate', { p_certificate: certificate, p_signed: signed }));
  return certificate;
}
