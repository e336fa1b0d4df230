import type { Page } from '@playwright/test';
import { must, type Api } from '../policies/furnish.ts';
import { expect } from './circlewell.ts';
import { cookieOf } from './house.ts';
import {
  addPlaces,
  newTraining,
  noteAttendance,
  pastDates,
  wholeDays,
  type Placed,
  type TrainingGround
} from './trainingGround.ts';

/** A training with four people: the first three were there on all days, the fourth missed the morning of day 2. */
export async function someWhoCompleted(api: Api): Promise<{ ground: TrainingGround; places: Placed[] }> {
  const ground = await newTraining(api, { dates: pastDates });
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

/** Somebody's certificate as a server leaves it that stops before signing: noted as there on the first `days` days, given, and not signed. */
export async function unsignedCertificateOf(
  { trainer: { client }, training, organisation }: TrainingGround,
  { place }: Pick<Placed, 'place'>,
  days = 5
): Promise<string> {
  const below = { place_id: place, training_id: training, organisation_id: organisation, came: true };
  const { error } = await client.from('training_attendance').upsert(
    wholeDays(days).map((half) => ({ ...below, ...half })),
    { onConflict: 'place_id,day,half', ignoreDuplicates: true }
  );
  if (error) throw new Error(error.message);
  return must(await client.rpc('issue_certificate', { p_place: place }));
}

/** The same, signed by a press of its trainer on the page of certificates. */
export async function certificateOf(
  api: Api,
  ground: TrainingGround,
  { place }: Pick<Placed, 'place'>,
  days = 5
): Promise<string> {
  const certificate = await unsignedCertificateOf(ground, { place }, days);
  const row = ground.trainer.client.from('certificates').select('signed').eq('id', certificate);
  if (must(await row.single()).signed !== null) return certificate;
  const pressed = await fetch(`${api.url}/trainings/${ground.training}/certificates?/issue`, {
    method: 'POST',
    body: new URLSearchParams({ place }),
    headers: { origin: api.url, accept: 'text/html', cookie: await cookieOf(api, ground.trainer) }
  });
  expect(pressed.status).toBe(200);
  return certificate;
}
