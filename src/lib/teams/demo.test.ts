import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoPeople, isDemoRole } from './demo.ts';

test('everybody one can sign in as is in the seed', () => {
  const seed = readFileSync('supabase/seed.sql', 'utf8');
  for (const email of Object.values(demoPeople)) expect(seed).toContain(`'${email}'`);
});

test('only the four roles are offered', () => {
  expect(['lead', 'member', 'trainer', 'admin'].every(isDemoRole)).toBe(true);
  for (const other of ['', 'owner', 'toString', '__proto__', null, 3]) expect(isDemoRole(other)).toBe(false);
});
