import { describe, expect, it } from 'vitest';
import { people, rehearse } from './rehearsal.ts';
import { SAME_STEP } from './sameWish.ts';
import { restAfter } from './steady.ts';

const next = { do: 'next', from: 'opening' } as const;
const round = { do: 'openRound' as const, round: 'r', item: 'opening', speakers: people('Ana', 'Ben') };

describe('how long the main buttons take no press', () => {
  it('is a second after one’s own step, and until another’s step cannot be meant any more', () => {
    expect(restAfter(rehearse(), rehearse(next), 'lead')).toBe(1_000);
    expect(restAfter(rehearse(), rehearse(next), 'mei')).toBeGreaterThan(SAME_STEP);
    const back = { do: 'back', from: 'checkIn' } as const;
    expect(restAfter(rehearse(next), rehearse(next, back), 'lead')).toBe(1_000);
  });

  it('is a second when the piece went on, and half of it when other buttons came', () => {
    const spoke = { do: 'spoke', round: 'r', from: 'Ana' } as const;
    expect(restAfter(rehearse(), rehearse(round), 'lead')).toBe(1_000);
    expect(restAfter(rehearse(round), rehearse(round, spoke), 'lead')).toBe(1_000);
    expect(restAfter(rehearse(round), rehearse(round, { do: 'holdSilence', round: 'r' }), 'lead')).toBe(500);
    expect(restAfter(rehearse(), rehearse({ do: 'pause' }), 'lead')).toBe(500);
  });

  it('is nothing when the plan changed: two minutes more may be pressed twice', () => {
    expect(restAfter(rehearse(), rehearse({ do: 'extend', item: 'opening', minutes: 2 }), 'lead')).toBe(0);
    expect(restAfter(rehearse(), rehearse({ do: 'skip', item: 'core' }), 'mei')).toBe(0);
  });
});
