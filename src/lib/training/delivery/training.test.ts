import { describe, expect, it } from 'vitest';
import { inOrder, nextDay, type ListedTraining } from './training.ts';

const training = (title: string, dates: string[], today = '2026-04-01'): ListedTraining => {
  const days = dates.map((heldOn, at) => ({
    day: at + 1,
    heldOn,
    audience: 'cohort' as const,
    title: '',
    morningStarts: '09:30',
    afternoonStarts: '13:15'
  }));
  const rest = { organisationId: 'o', timeZone: 'UTC', venue: '', trainers: [], signUpOpen: false };
  return { id: title, title, days, next: nextDay(days, today), ...rest };
};

describe('the list of trainings', () => {
  it('has those with a day to come, the nearest first, and those that are over, the latest first', () => {
    const { coming, past } = inOrder([
      training('long ago', ['2020-01-01']),
      training('in summer', ['2026-07-01']),
      training('running', ['2026-03-30', '2026-04-20']),
      training('today', ['2026-04-01']),
      training('last month', ['2026-03-01', '2026-03-31'])
    ]);
    expect(coming.map(({ title }) => title)).toEqual(['today', 'running', 'in summer']);
    expect(past.map(({ title }) => title)).toEqual(['last month', 'long ago']);
  });
});
