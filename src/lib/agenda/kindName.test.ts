import { expect, it } from 'vitest';
import { saysItsKind } from './kindName.ts';

it.each([
  ['Check-in', 'check_in', true],
  ['A scenario', 'scenario', true],
  ['Our agreements', 'agreements', true],
  ['Arrive', 'opening', true],
  ['Practice: loosen hands', 'practice', true],
  ['Weather report', 'check_in', false],
  ['Loosen hands and shoulders', 'practice', false],
  ['', 'core', false]
] as const)('“%s” as %s repeats its kind: %s', (title, kind, repeats) => {
  expect(saysItsKind(title, kind)).toBe(repeats);
});
