import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import type { Running } from '$lib/server/theBackend';

const folders: string[] = [];
afterEach(() => {
  globalThis.circlewellRunning = undefined;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The sender as a server with these settings has it, with nothing sent yet. */
async function sender(settings: { SMTP_URL?: string } = {}) {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'letters-'));
  folders.push(DATA_DIR);
  globalThis.circlewellRunning = Promise.resolve({
    env: { ...settings, MAIL_FROM: 'us@example.org', DATA_DIR }
  } as Running);
  vi.resetModules();
  const { sendChange } = await import('./letters.ts');
  const sent = () => readdirSync(join(DATA_DIR, 'mail')).length;
  return { sendChange, sent, hour: 3_600_000 };
}

const training = {
  title: 'Facilitators',
  organisation: 'Harbour House',
  venue: '',
  link: '',
  contact: '',
  timeZone: 'UTC',
  days: [],
  rows: []
};
const people = Array.from({ length: 6 }, (_, at) => `person-${at}@example.org`);
const change = (key: string, over: { training?: string; person?: string } = {}) => ({
  training: 'one',
  person: 'tara',
  key,
  note: '',
  letters: people.map((email) => ({
    email,
    place: { kind: 'cohort' as const, state: 'placed' as const, address: null }
  })),
  facts: { cohort: training, open_day: training },
  ...over
});

it('a letter goes to each, and not again with the same key, two presses at once included', async () => {
  const { sendChange, sent } = await sender();
  expect(await Promise.all([sendChange(change('a'), 0), sendChange(change('a'), 0)])).toEqual([[], []]);
  expect(await sendChange(change('a'), 1)).toEqual([]);
  expect(sent()).toBe(people.length);
});

it('all are told whom a mail server that is not there did not reach, and the same key tries those again', async () => {
  // Nothing listens there.
  const { sendChange } = await sender({ SMTP_URL: 'smtp://127.0.0.1:1' });
  expect(await sendChange(change('a'), 0)).toEqual(people);
  expect(await sendChange(change('a'), 1)).toEqual(people);
});

it('the people of a training are written to three times an hour, and one person writes ten times a day', async () => {
  const { sendChange, sent, hour } = await sender();
  for (const key of ['a', 'b', 'c']) await sendChange(change(key), 0);
  expect(() => sendChange(change('d'), 1)).toThrow('several times already');
  // Asking what became of a letter is none.
  expect(await sendChange(change('c'), 1)).toEqual([]);
  expect(sent()).toBe(3 * people.length);
  await sendChange(change('d'), hour + 1);
  for (let at = 0; at < 6; at++) await sendChange(change(`e${at}`, { training: `other ${at}` }), hour + 2);
  expect(() => sendChange(change('f', { training: 'yet another' }), hour + 3)).toThrow('several times already');
  await sendChange(change('f', { training: 'yet another', person: 'theo' }), hour + 3);
});
