import { expect, it } from 'vitest';
import { byWaiting, stateOf } from './proposal.ts';

const proposal = (change: Partial<Parameters<typeof byWaiting>[0][number]> = {}) => ({
  id: 'p',
  basedOn: 2,
  why: '',
  by: 'Mo',
  byId: 'm',
  proposedAt: '2027-01-01T10:00:00Z',
  adoptedVersion: null,
  withdrawnAt: null,
  ...change
});

it('a proposal is open until the version it started from is no longer the one in force', () => {
  expect(stateOf(proposal(), 2)).toBe('open');
  expect(stateOf(proposal(), 3)).toBe('stale');
  expect(stateOf(proposal({ basedOn: 0 }), 0)).toBe('open');
});

it('an adopted or withdrawn one stays so, whatever is in force', () => {
  expect(stateOf(proposal({ adoptedVersion: 3 }), 3)).toBe('adopted');
  expect(stateOf(proposal({ withdrawnAt: '2027-01-02T10:00:00Z' }), 2)).toBe('withdrawn');
});

it('lists what waits before what is over, newest first', () => {
  const all = [
    proposal({ id: 'old' }),
    proposal({ id: 'done', adoptedVersion: 2, basedOn: 1 }),
    proposal({ id: 'new', proposedAt: '2027-02-01T10:00:00Z' })
  ];
  const { waiting, over } = byWaiting(all, 2);
  expect([waiting, over].map((some) => some.map(({ id }) => id))).toEqual([['new', 'old'], ['done']]);
});
