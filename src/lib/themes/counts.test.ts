import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRecord } from '../../../tests/fixtures/anyRecord.ts';
import { codedCircleOf } from './codedCircle.ts';
import { countComments, countThemes, groupsThatAnswered, type CountBy } from './counts.ts';

const comment = (theme: string | null, count = 1, group: string | null = null) => ({ theme, count, group });
const themes = ['a', 'b', 'c'].map((id) => ({ id }));
const order = (by: CountBy, comments: ReturnType<typeof comment>[]) =>
  countThemes(themes, comments, by).rows.map(({ theme, counts }) => `${theme.id}${counts[by]}`);

test('counts what was said, the groups that said it, and different comments', () => {
  expect(countComments([comment('a', 3, 'Blue'), comment('a', 2, 'Blue'), comment('a', 1)])).toEqual({
    comments: 6,
    groups: 1,
    distinct: 3
  });
});

describe('a table', () => {
  const comments = [
    comment('b', 5, 'Blue'),
    comment('c', 1, 'Blue'),
    comment('c', 1, 'Green'),
    comment('c', 1, 'Red'),
    comment('a', 2, 'Red'),
    comment('a', 1, 'Red'),
    comment(null, 9, 'Grey'),
    comment('gone', 4, 'Grey')
  ];

  test('is in descending order of what is counted; ties keep the order of the coder', () => {
    expect(order('comments', comments)).toEqual(['b5', 'a3', 'c3']);
    expect(order('distinct', comments)).toEqual(['c3', 'a2', 'b1']);
    expect(order('groups', comments)).toEqual(['c3', 'a1', 'b1']);
  });

  test('totals coded comments and lists the others', () => {
    const { coded, uncoded } = countThemes(themes, comments);
    expect(coded).toEqual({ comments: 11, groups: 3, distinct: 6 });
    expect(uncoded).toEqual([comment(null, 9, 'Grey'), comment('gone', 4, 'Grey')]);
  });

  test('keeps a row of zeros for a theme without comments', () => {
    expect(order('comments', [])).toEqual(['a0', 'b0', 'c0']);
  });
});

test.each([
  [20, [], 20],
  [1, ['Blue', 'Green'], 2],
  ['over 20', ['Blue'], 'over 20'],
  [null, ['Blue', 'Green', 'Blue'], 2],
  [null, [], null],
  [0, [], 0]
])('%j groups given, comments of %j: %j answered', (groupsResponding, groups, answered) => {
  const comments = groups.map((group) => ({ count: 1, group }));
  expect(groupsThatAnswered({ groupsResponding, comments })).toBe(answered);
});

test('in any table each comment is in one place, rows add up and descend', () => {
  fc.assert(
    fc.property(anyRecord, fc.constantFrom<CountBy[]>('comments', 'groups', 'distinct'), (record, by) => {
      for (const { themes, comments } of codedCircleOf(record).questions) {
        const { rows, coded, uncoded } = countThemes(themes, comments, by);
        const placed = [...rows.flatMap((row) => row.comments), ...uncoded].map(({ id }) => id);
        expect(placed.toSorted()).toEqual(comments.map(({ id }) => id).toSorted());
        expect(rows.reduce((sum, { counts }) => sum + counts.comments, 0)).toBe(coded.comments);
        expect(rows.reduce((sum, { counts }) => sum + counts.distinct, 0)).toBe(coded.distinct);
        expect(rows.reduce((sum, { counts }) => sum + counts.groups, 0)).toBeGreaterThanOrEqual(coded.groups);
        rows.slice(1).forEach((row, index) => {
          const above = rows[index]!;
          const tied = row.counts[by] === above.counts[by];
          expect(row.counts[by]).toBeLessThanOrEqual(above.counts[by]);
          if (tied) expect(themes.indexOf(above.theme)).toBeLessThan(themes.indexOf(row.theme));
        });
      }
    })
  );
});
