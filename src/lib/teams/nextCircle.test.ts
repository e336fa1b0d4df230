import { expect, test } from 'vitest';
import { circlesAhead } from './nextCircle.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const circle = (id: string, state: string, startsAt: string | null) => ({ id, title: id, state, startsAt });
const tomorrow = circle('tomorrow', 'planned', '2026-11-23T09:00:00Z');
const nextWeek = circle('next week', 'planned', '2026-11-29T09:00:00+01:00');
const someDay = circle('some day', 'planned', null);

test('the first planned circle comes next', () => {
  expect(circlesAhead([nextWeek, tomorrow, someDay], now).next).toBe(tomorrow);
});

test('every open circle is there, the last begun first, and the planned one is not forgotten', () => {
  const open = circle('open', 'open', '2026-11-22T11:00:00Z');
  const forgotten = circle('forgotten', 'open', '2026-10-01T11:00:00Z');
  const undated = circle('undated', 'open', null);
  expect(circlesAhead([tomorrow, forgotten, open, undated], now)).toEqual({
    open: [undated, open, forgotten],
    next: tomorrow
  });
});

test('a circle that was planned for this morning is still next; last week’s is not', () => {
  const morning = circle('morning', 'planned', '2026-11-22T08:00:00Z');
  const lastWeek = circle('last week', 'planned', '2026-11-15T08:00:00Z');
  expect(circlesAhead([tomorrow, lastWeek, morning], now).next).toBe(morning);
  expect(circlesAhead([lastWeek], now).next).toBeNull();
});

test('a circle without a day comes when there is no other', () => {
  expect(circlesAhead([someDay, circle('old', 'closed', '2026-11-30T09:00:00Z')], now).next).toBe(someDay);
  expect(circlesAhead([], now).next).toBeNull();
});
