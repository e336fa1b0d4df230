import { expect, it } from 'vitest';
import { atMoment, maxDebrief, type DebriefNote } from './debrief.ts';
import { debriefSchema } from './schema.ts';

const note = (personId: string, moment: DebriefNote['moment'], text = 'words'): DebriefNote => ({
  personId,
  by: personId,
  moment,
  text,
  updatedAt: '2027-01-01T10:00:00Z'
});

it('keeps the moments apart, and one’s own words apart from the others’', () => {
  const notes = [note('mo', 'break'), note('lena', 'break'), note('ada', 'break'), note('mo', 'debrief')];
  const { mine, others } = atMoment(notes, 'break', 'mo');
  expect([mine?.personId, others.map(({ by }) => by)]).toEqual(['mo', ['ada', 'lena']]);
  expect(atMoment(notes, 'debrief', 'lena').mine).toBeUndefined();
});

it('takes words of this length and of these moments, and an empty text that takes them away', () => {
  const reads = (moment: string, text: string) => debriefSchema.safeParse({ moment, text }).success;
  expect([reads('break', ''), reads('debrief', 'x'.repeat(maxDebrief))]).toEqual([true, true]);
  expect([reads('break', 'x'.repeat(maxDebrief + 1)), reads('later', 'x')]).toEqual([false, false]);
});
