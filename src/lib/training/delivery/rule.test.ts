import { describe, expect, it } from 'vitest';
import { ruleSentence } from './rule.ts';

describe('the rule in one sentence', () => {
  it('names all days, make-ups and what may be missed', () => {
    expect(ruleSentence({ daysNeeded: 5, makeUpsCount: true, mostMissed: 30 }, 5)).toBe(
      'All 5 days; a made-up half day counts; up to 30 minutes of a half day may be missed.'
    );
  });

  it('says how many of them where not all are needed, and what does not count', () => {
    expect(ruleSentence({ daysNeeded: 4, makeUpsCount: false, mostMissed: 0 }, 5)).toBe(
      '4 of 5 days; a made-up half day does not count; nothing of a half day may be missed.'
    );
  });

  it('speaks of one day and one minute as one', () => {
    expect(ruleSentence({ daysNeeded: 1, makeUpsCount: true, mostMissed: 1 }, 1)).toBe(
      'The one day; a made-up half day counts; up to 1 minute of a half day may be missed.'
    );
  });
});
