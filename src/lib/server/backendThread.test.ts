import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Backend } from './backend.ts';
import { openInThread } from './backendThread.ts';

let backend: Backend;
const letters: { to: string }[] = [];
// Making a database takes some seconds, and more on a busy machine.
const PATIENCE = 120_000;

beforeAll(async () => {
  const mail = { send: async (letter: { to: string }) => void letters.push(letter) };
  backend = await openInThread({ dataDir: null, siteUrl: 'http://localhost', mail });
}, PATIENCE);
afterAll(() => backend?.close(), PATIENCE);

const client = (key: string) =>
  createClient(backend.url, key, { global: { fetch: backend.fetch }, auth: { persistSession: false } });

it('answers from its thread, to each with their own rights', async () => {
  expect(await backend.healthy()).toBe(true);
  const asServer = await client(backend.secretKey).from('notes').select('id');
  expect(asServer).toMatchObject({ data: [], error: null });
  const asVisitor = await client(backend.publishableKey).from('notes').select('id');
  expect(asVisitor.error?.code).toBe('42501');
});

it('signs people in and sends their codes from the page’s side', async () => {
  const { auth } = client(backend.publishableKey);
  const signedUp = await auth.signUp({ email: 'asha@example.org', password: 'a long password' });
  expect(signedUp.error).toBeNull();
  await auth.signInWithOtp({ email: 'asha@example.org' });
  expect(letters.map(({ to }) => to)).toContain('asha@example.org');
});
