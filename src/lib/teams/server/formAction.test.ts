import { expect, test } from 'vitest';
import { RuleBroken } from '$lib/server/errors';
import { changePasswordSchema, nameSchema } from '../schema';
import { formAction } from './formAction';

const sent = (fields: Record<string, string>) => ({
  request: new Request('http://here.invalid/', { method: 'POST', body: new URLSearchParams(fields) })
});

test('a form that fits is worked on, tidied', async () => {
  const names: string[] = [];
  const action = formAction('name', nameSchema, async (_: { request: Request }, { name }) => void names.push(name));
  expect(await action(sent({ name: '  Amara  L. ' }))).toEqual({ which: 'name', done: true, values: {}, errors: {} });
  expect(names).toEqual(['Amara L.']);
});

test('a form that does not fit comes back with what was typed and a sentence at the field', async () => {
  const action = formAction('name', nameSchema, () => Promise.reject(new Error('must not be reached')));
  expect(await action(sent({ name: ' … ' }))).toMatchObject({
    status: 400,
    data: { which: 'name', done: false, values: { name: ' … ' }, errors: { name: expect.stringContaining('name') } }
  });
});

test('a broken rule is a sentence above the form', async () => {
  const action = formAction('name', nameSchema, () =>
    Promise.reject(new RuleBroken(409, 'last_lead', 'A team needs a lead.'))
  );
  expect(await action(sent({ name: 'Amara' }))).toMatchObject({
    status: 409,
    data: { which: 'name', done: false, values: { name: 'Amara' }, message: 'A team needs a lead.' }
  });
});

test('secrets never come back, and other faults are not dressed up as sentences', async () => {
  const secrets = ['password', 'current'];
  const fields = { current: 'old old old old', password: 'short' };
  const refused = formAction('password', changePasswordSchema, async () => {}, secrets);
  expect(JSON.stringify(await refused(sent(fields)))).not.toMatch(/old old|short"/);
  const broken = formAction('name', nameSchema, () => Promise.reject(new Error('the database is away')));
  await expect(broken(sent({ name: 'Amara' }))).rejects.toThrow('the database is away');
});
