import { expect, test } from 'vitest';
import { countTries } from './tries';

const minute = 60_000;

test('ten wrong passwords for one account, then a rest of ten minutes', () => {
  const mustBeAllowed = countTries();
  for (let n = 0; n < 10; n++) mustBeAllowed('password', 'amara@a.example', `10.0.0.${n}`, n);
  expect(() => mustBeAllowed('password', 'amara@a.example', '10.0.0.99', minute)).toThrow(/ten minutes/);
  expect(() => mustBeAllowed('password', 'amara@a.example', '10.0.0.99', 11 * minute)).not.toThrow();
});

test('someone who fails does not lock out others, nor the other ways in', () => {
  const mustBeAllowed = countTries();
  for (let n = 0; n < 10; n++) mustBeAllowed('password', 'amara@a.example', '10.0.0.1', 0);
  expect(() => mustBeAllowed('password', 'joss@a.example', '10.0.0.1', 1)).not.toThrow();
  expect(() => mustBeAllowed('code', 'amara@a.example', '10.0.0.1', 1)).not.toThrow();
});

test('a hundred people can sign up in one room, and one network cannot try for ever', () => {
  const mustBeAllowed = countTries();
  for (let n = 0; n < 150; n++) mustBeAllowed('signUp', `person-${n}@a.example`, '10.0.0.1', n);
  expect(() => mustBeAllowed('signUp', 'one-more@a.example', '10.0.0.1', 200)).toThrow(/ten minutes/);
});
