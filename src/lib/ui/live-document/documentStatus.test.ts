import { describe, expect, it } from 'vitest';
import { type DocumentCondition, documentStatus, wouldLose } from './documentStatus.ts';

const fine: DocumentCondition = {
  online: true,
  arrived: true,
  unconfirmed: 0,
  canWrite: true,
  dropped: false,
  refused: null
};

describe('the status of a live document', () => {
  it.each([
    ['all confirmed', fine, 'saved'],
    ['something under way', { ...fine, unconfirmed: 2 }, 'saving'],
    ['no connection', { ...fine, online: false, unconfirmed: 2 }, 'offline'],
    ['no connection and nothing written', { ...fine, online: false }, 'offline'],
    ['a closed circle', { ...fine, canWrite: false }, 'closed'],
    ['a closed circle that did not take the last words', { ...fine, canWrite: false, unconfirmed: 1 }, 'late'],
    ['a circle closed elsewhere before a store', { ...fine, canWrite: false, dropped: true }, 'late'],
    ['not arrived yet', { ...fine, arrived: false, online: false }, 'joining'],
    ['signed out meanwhile', { ...fine, refused: 'signed-out', unconfirmed: 3 }, 'signed-out'],
    ['removed from the team', { ...fine, refused: 'no-access', canWrite: false }, 'no-access']
  ] as const)('is told with %s', (_case, condition, expected) => {
    expect(documentStatus(condition)).toBe(expected);
  });

  it('warns before leaving only when something would be lost', () => {
    expect(wouldLose('offline', 1)).toBe(true);
    expect(wouldLose('saving', 1)).toBe(true);
    expect(wouldLose('offline', 0)).toBe(false);
    expect(wouldLose('late', 1)).toBe(false);
  });
});
