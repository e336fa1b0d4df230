import { expect, test } from 'vitest';
import { measuresOf, queryOf, readingOf } from './reading.ts';

const circleWith = (group: string | null) => ({
  title: '',
  kind: null,
  heldOn: [],
  questions: [
    {
      number: 1,
      prompt: '',
      tableTitle: '',
      groupsResponding: 20,
      summary: null,
      themes: [],
      comments: [{ id: '1', text: 'a', count: 1, group, theme: null }]
    }
  ]
});

test('groups are counted only where comments name them, so that nothing says “none of 20 groups”', () => {
  expect(measuresOf(circleWith('Table 1'))).toEqual(['comments', 'groups', 'distinct']);
  expect(measuresOf(circleWith(null))).toEqual(['comments', 'distinct']);
});

test('an address is read back as it was written', () => {
  for (const depth of ['page', 'tables', 'full'] as const)
    for (const countBy of ['comments', 'groups', 'distinct'] as const)
      expect(readingOf(new URLSearchParams(queryOf({ depth, countBy })))).toEqual({ depth, countBy });
});

test('what an address asks for in vain is the tables, counted in comments', () => {
  expect(readingOf(new URLSearchParams('depth=deep&measure=people'))).toEqual({ depth: 'tables', countBy: 'comments' });
  expect(readingOf(new URLSearchParams('measure=groups'), ['comments']).countBy).toBe('comments');
});
