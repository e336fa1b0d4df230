import { expect, test } from 'vitest';
import { saidByFew } from './smallNumbers.ts';

const said = (count: number, group: string | null = null) => ({ count, group });
const threeGroups = [said(1, 'Blue'), said(1, 'Green'), said(1, 'Red')];

test.each([
  ['one person', [said(1)], [said(1)], true],
  ['two people', [said(1), said(1)], [said(1), said(1)], true],
  ['three people', [said(2), said(1)], [said(2), said(1)], false],
  ['three groups', threeGroups, threeGroups, false],
  ['eight people of one group, where three answered', [said(8, 'Blue')], threeGroups, true],
  ['three people of the only group', [said(3, 'Blue')], [said(3, 'Blue')], false],
  ['three people, one of them of no known group', [said(2, 'Blue'), said(1)], threeGroups, false],
  ['nobody', [], threeGroups, false]
])('a theme said by %s', (_who, theme, question, few) => {
  expect(saidByFew(theme, question)).toBe(few);
});
