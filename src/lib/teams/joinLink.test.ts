import { expect, test } from 'vitest';
import { activeLinks, endOfLink, linkState, type JoinLink } from './joinLink.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const link: JoinLink = {
  id: 'a',
  role: 'member',
  createdAt: '2026-11-20T12:00:00Z',
  expiresAt: '2026-11-23T12:00:00Z',
  revokedAt: null,
  uses: 0,
  maxUses: 2
};

test('a link lets people in until it ends', () => {
  expect(linkState(link, now)).toBe('active');
  expect(linkState(link, Date.parse(link.expiresAt) - 1)).toBe('active');
  expect(linkState(link, Date.parse(link.expiresAt))).toBe('expired');
});

test('a link whose places are all taken is full', () => {
  expect(linkState({ ...link, uses: 1 }, now)).toBe('active');
  expect(linkState({ ...link, uses: 2 }, now)).toBe('full');
});

test('a revoked link is called revoked, whatever else is true of it', () => {
  expect(linkState({ ...link, revokedAt: '2026-11-21T00:00:00Z', uses: 2 }, now + 9e9)).toBe('revoked');
});

test('the list holds what still works, the first to end on top', () => {
  const later = { ...link, id: 'b', expiresAt: '2026-12-01T00:00:00+01:00' };
  const gone = { ...link, id: 'c', expiresAt: '2026-11-22T11:59:59Z' };
  expect(activeLinks([later, gone, link], now).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a link ends whole days after it was made', () => {
  expect(endOfLink(7, now)).toBe('2026-11-29T12:00:00.000Z');
});
