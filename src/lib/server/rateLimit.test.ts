import { describe, expect, it } from 'vitest';
import { rateLimit } from './rateLimit.ts';

describe('rate limit', () => {
  it('allows so many tries in the window and no more', () => {
    const allow = rateLimit(3, 1000);
    expect([0, 1, 2, 3].map((at) => allow('a', at))).toEqual([true, true, true, false]);
  });

  it('forgets tries that lie before the window', () => {
    const allow = rateLimit(1, 1000);
    expect(allow('a', 0)).toBe(true);
    expect(allow('a', 999)).toBe(false);
    expect(allow('a', 1001)).toBe(true);
  });

  it('counts each key for itself', () => {
    const allow = rateLimit(1, 1000);
    expect(allow('a', 0)).toBe(true);
    expect(allow('b', 0)).toBe(true);
  });

  it('keeps no more keys than it was told', () => {
    const allow = rateLimit(1, 1000, 2);
    allow('a', 0);
    allow('b', 0);
    allow('c', 0);
    expect(allow('b', 1)).toBe(false);
    expect(allow('a', 1)).toBe(true);
  });
});
