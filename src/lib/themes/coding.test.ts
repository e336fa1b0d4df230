import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeComment,
  codedComments,
  describeTheme,
  mergeThemes,
  moveTheme,
  newTheme,
  removeTheme,
  renameTheme,
  splitTheme,
  uncodeComment
} from './coding.ts';
import { applyChange, CodingError, inverse, type CodingState } from './codingChange.ts';
import { codingSentence } from './codingSentence.ts';
import { countThemes } from './counts.ts';
import { codingChangeSchema, type CodingOp } from './schema.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const comment = (n: number) => ({ id: uuid(n), text: `Comment ${n}`, count: n, group: null });
const [rest, people, time] = [101, 102, 103].map(uuid) as [string, string, string];
const [one, two, three] = [1, 2, 3].map(uuid) as [string, string, string];

/** Three comments; Rest holds the first two, People the third, Time none. */
const state: CodingState = {
  themes: [
    { id: rest, name: 'Rest', description: 'Sleep and breaks.', position: 0 },
    { id: people, name: 'People', description: '', position: 1 },
    { id: time, name: 'Time', description: 'Hours.', position: 2 }
  ],
  comments: [1, 2, 3].map(comment),
  codings: {
    [one]: { theme: rest, origin: 'chosen' },
    [two]: { theme: rest, origin: 'accepted' },
    [three]: { theme: people, origin: 'against' }
  }
};
const fault = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof CodingError) return error.fault;
  }
  return null;
};

describe('the rows of each change', () => {
  test('a comment is put in a theme, and it is recorded how', () => {
    expect(codeComment(state, one, time)).toEqual([{ comment: one, theme: time, origin: 'chosen' }]);
    expect(codeComment(state, one, time, [rest, time])).toEqual([{ comment: one, theme: time, origin: 'accepted' }]);
    expect(codeComment(state, one, time, [rest])).toEqual([{ comment: one, theme: time, origin: 'against' }]);
  });

  test('a comment is taken out of its theme, once', () => {
    expect(uncodeComment(state, one)).toEqual([{ comment: one, theme: null, origin: 'chosen' }]);
    expect(uncodeComment(applyChange(state, uncodeComment(state, one)), one)).toEqual([]);
  });

  test('a new theme comes last, with the comment it was made for', () => {
    expect(newTheme(state, { id: uuid(9), name: '  Being   heard ' }, [three])).toEqual([
      { theme: uuid(9), name: 'Being heard', description: '', position: 3 },
      { comment: three, theme: uuid(9), origin: 'chosen' }
    ]);
  });

  test('a theme is renamed and described', () => {
    expect(renameTheme(state, rest, 'REST')).toEqual([
      { theme: rest, name: 'REST', description: 'Sleep and breaks.', position: 0 }
    ]);
    expect(describeTheme(state, time, ' ')).toEqual([{ theme: time, name: 'Time', description: '', position: 2 }]);
    expect(renameTheme(state, rest, ' Rest')).toEqual([]);
  });

  test('a theme is moved; only themes whose place changes are written', () => {
    expect(moveTheme(state, people, 0)).toEqual([
      { theme: people, name: 'People', description: '', position: 0 },
      { theme: rest, name: 'Rest', description: 'Sleep and breaks.', position: 1 }
    ]);
    expect(moveTheme(state, rest, 0)).toEqual([]);
    expect(applyChange(state, moveTheme(state, rest, 99)).themes.map(({ name }) => name)).toEqual([
      'People',
      'Time',
      'Rest'
    ]);
  });

  test('two themes are merged: comments and both descriptions are kept', () => {
    expect(mergeThemes(state, rest, time)).toEqual([
      { theme: time, name: 'Time', description: 'Hours.\n\nSleep and breaks.', position: 2 },
      { comment: one, theme: time, origin: 'chosen' },
      { comment: two, theme: time, origin: 'accepted' },
      { theme: rest, removed: true }
    ]);
  });

  test('a theme is split: the new one stands right after it', () => {
    const change = splitTheme(state, rest, { id: uuid(9), name: 'Sleep' }, [two, three]);
    const next = applyChange(state, change);
    expect(next.themes.map(({ name }) => name)).toEqual(['Rest', 'Sleep', 'People', 'Time']);
    expect(next.codings[two]).toEqual({ theme: uuid(9), origin: 'chosen' });
    expect(next.codings[three]!.theme).toBe(people);
  });

  test('a theme is removed: its comments stay, in no theme', () => {
    const next = applyChange(state, removeTheme(state, rest));
    expect(next.comments).toEqual(state.comments);
    expect(codedComments(next).map(({ theme }) => theme)).toEqual([null, null, people]);
  });
});

test('what cannot be done is refused with its reason', () => {
  expect(fault(() => renameTheme(state, rest, ' people '))).toBe('name_taken');
  expect(fault(() => newTheme(state, { id: uuid(9), name: ' ' }))).toBe('name_missing');
  expect(fault(() => newTheme(state, { id: uuid(9), name: 'x'.repeat(201) }))).toBe('name_missing');
  expect(fault(() => describeTheme(state, rest, 'x'.repeat(4001)))).toBe('description_too_long');
  expect(fault(() => mergeThemes(state, rest, rest))).toBe('same_theme');
  expect(fault(() => splitTheme(state, rest, { id: uuid(9), name: 'New' }, [three]))).toBe('nothing_to_split');
  expect(fault(() => codeComment(state, one, uuid(9)))).toBe('unknown_theme');
  expect(fault(() => uncodeComment(state, uuid(9)))).toBe('unknown_comment');
  expect(fault(() => applyChange(state, [{ comment: uuid(9), theme: null, origin: 'chosen' }]))).toBe(
    'unknown_comment'
  );
  expect(codingSentence(new CodingError('name_taken', 'People'))).toContain('“People”');
});

test('a withdrawn comment that was coded moves with its theme and counts nowhere', () => {
  const withdrawn = uuid(50);
  const codings = { ...state.codings, [withdrawn]: { theme: rest, origin: 'imported' as const } };
  const next = applyChange({ ...state, codings }, mergeThemes({ ...state, codings }, rest, time));
  expect(next.codings[withdrawn]).toEqual({ theme: time, origin: 'imported' });
  expect(countThemes(next.themes, codedComments(next)).coded.distinct).toBe(3);
});

test('removing a theme that still holds comments is undone with them', () => {
  const change: CodingOp[] = [{ theme: rest, removed: true }];
  expect(applyChange(state, change).codings[one]).toBeUndefined();
  expect(applyChange(applyChange(state, change), inverse(state, change))).toStrictEqual(state);
});

type Act = { name: string; a: number; b: number; text: string };
const anyAct: fc.Arbitrary<Act> = fc.record({
  name: fc.constantFrom('code', 'uncode', 'new', 'rename', 'describe', 'move', 'merge', 'split', 'remove'),
  a: fc.nat({ max: 50 }),
  b: fc.nat({ max: 50 }),
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
});

/** The rows of an act on whatever themes and comments are there; none where it is refused. */
function changeBy(state: CodingState, { name, a, b, text }: Act, id: string): CodingOp[] {
  const theme = (n: number) => state.themes[n % (state.themes.length || 1)]?.id ?? id;
  const said = (n: number) => state.comments[n % state.comments.length]!.id;
  const acts: Record<string, () => CodingOp[]> = {
    code: () => codeComment(state, said(a), theme(b), [theme(a)]),
    uncode: () => uncodeComment(state, said(a)),
    new: () => newTheme(state, { id, name: text, description: text }, [said(a), said(b)]),
    rename: () => renameTheme(state, theme(a), text),
    describe: () => describeTheme(state, theme(a), text),
    move: () => moveTheme(state, theme(a), b % 8),
    merge: () => mergeThemes(state, theme(a), theme(b)),
    split: () => splitTheme(state, theme(a), { id, name: text }, [said(a), said(b), said(a + b)]),
    remove: () => removeTheme(state, theme(a))
  };
  try {
    return acts[name]!();
  } catch (error) {
    if (error instanceof CodingError) return [];
    throw error;
  }
}

test('any series of changes can be taken back step by step, loses no comment, and keeps the totals', () => {
  const comments = [1, 2, 3, 4, 5, 6, 7].map(comment);
  const all = comments.reduce((sum, { count }) => sum + count, 0);
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 40 }), (acts) => {
      let now: CodingState = { themes: [], comments, codings: {} };
      const undo: CodingOp[][] = [];
      const start = now;
      for (const [index, act] of acts.entries()) {
        const change = changeBy(now, act, uuid(1000 + index));
        if (change.length === 0) continue;
        expect(codingChangeSchema.parse(change)).toEqual(change);
        const next = applyChange(now, change);
        expect(applyChange(next, inverse(now, change))).toStrictEqual(now);

        const before = countThemes(now.themes, codedComments(now));
        const after = countThemes(next.themes, codedComments(next));
        const uncoded = after.uncoded.reduce((sum, { count }) => sum + count, 0);
        expect(next.comments).toEqual(comments);
        expect(after.coded.comments + uncoded).toBe(all);
        if (!['code', 'uncode', 'new', 'remove'].includes(act.name)) expect(after.coded).toEqual(before.coded);
        undo.unshift(inverse(now, change));
        now = next;
      }
      expect(applyChange(now, undo.flat())).toStrictEqual(start);
    })
  );
});
