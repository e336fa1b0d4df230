import { describe, expect, test } from 'vitest';
import { changedFields, changedLines, countStatuses, figuresOf, shareWhoCame, type Mark } from './attendance.ts';

const nobody = { present: 0, apologies: 0, declined: 0 };
const mark = (status: Mark['status'], madeUpOn: string | null = null, madeUpNote = ''): Mark => ({
  status,
  madeUpOn,
  madeUpNote
});

describe('the figures of a circle', () => {
  test('count who came late among those who attended, and who made it up apart', () => {
    const named = countStatuses(
      (['present', 'present', 'late', 'apology', 'declined', 'made_up', null] as const).map((status) => ({ status }))
    );
    expect(figuresOf(named, nobody)).toEqual({ attended: 3, late: 1, apologies: 1, declined: 1, saidNo: 2, madeUp: 1 });
  });

  test('add people who were counted and not named', () => {
    expect(figuresOf({ present: 4, apology: 1 }, { present: 15, apologies: 2, declined: 7 })).toMatchObject({
      attended: 19,
      apologies: 3,
      declined: 7,
      saidNo: 10
    });
  });

  test('a share is of those who are noted, and there is none of nobody', () => {
    expect(shareWhoCame(figuresOf({ present: 3, declined: 1 }, nobody))).toBe(0.75);
    expect(shareWhoCame(figuresOf({}, nobody))).toBeNull();
  });
});

describe('what is written of a tap list', () => {
  test('is only what was changed on this screen', () => {
    const lines = [
      { was: mark('present'), now: { ...mark('present'), key: 'same' } },
      { was: mark(null), now: { ...mark('late'), key: 'new' } },
      { was: mark('apology'), now: { ...mark(null), key: 'struck' } }
    ];
    expect(changedLines(lines).map(({ key }) => key)).toEqual(['new', 'struck']);
  });

  test('a day or a note counts only for what was made up', () => {
    expect(changedLines([{ was: mark('made_up', '2026-03-01'), now: mark('made_up', '2026-03-08') }])).toHaveLength(1);
    expect(
      changedLines([{ was: mark('made_up', '2026-03-01'), now: mark('made_up', '2026-03-01', 'by phone') }])
    ).toHaveLength(1);
    expect(changedLines([{ was: mark('present'), now: mark('present', '2026-03-08', 'by phone') }])).toEqual([]);
  });

  test('two screens opened with the same list lose nothing of each other', () => {
    const opened = { a: mark(null), b: mark(null) };
    const stored: Record<string, Mark['status']> = { a: null, b: null };
    const save = (taps: Record<string, Mark>) => {
      const lines = Object.entries(taps).map(([key, now]) => ({ was: opened[key as 'a'], now: { ...now, key } }));
      for (const { key, status } of changedLines(lines)) stored[key] = status;
    };
    save({ a: mark('present'), b: mark(null) });
    save({ a: mark(null), b: mark('late') });
    expect(stored).toEqual({ a: 'present', b: 'late' });
  });

  test('of figures only those that differ', () => {
    expect(changedFields({ present: 1, declined: 2 }, { present: 1, declined: 3 })).toEqual({ declined: 3 });
  });
});
