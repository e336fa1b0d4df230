import { expect, it } from 'vitest';
import { meetingWord } from './circleWords.ts';

it('a circle of a series says which meeting it is; one alone, or without a number, says nothing', () => {
  const series = { id: 's', title: 'Mondays', number: 1, length: 6 };
  expect(meetingWord(series)).toBe('Meeting 1 of 6');
  expect(meetingWord({ ...series, number: 0 })).toBe('');
  expect(meetingWord(null)).toBe('');
});
