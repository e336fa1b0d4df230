import { describe, expect, it } from 'vitest';
import { evaluationOfEight } from '../../../../tests/evaluationOfEight.ts';
import { flagsOf } from './flags.ts';
import { builtInForm } from './form.ts';
import { resultCsv } from './resultCsv.ts';
import { formSchema, readPaper } from './schema.ts';
import { resultOf, together } from './tally.ts';

const form = {
  statements: [
    { key: 'a', text: 'A' },
    { key: 'b', text: 'B', pairedWith: 'a' }
  ]
};

describe('a result', () => {
  it('adds up per statement and over all, with those who left something out', () => {
    const result = resultOf(form, {
      respondents: 6,
      counts: [
        [4, 2, 0, 0],
        [1, 2, 1, 1]
      ]
    })!;

    expect(result).toMatchObject({ respondents: 6, totals: [5, 4, 1, 1], answers: 11, percent: [46, 36, 9, 9] });
    expect(result.rounded).toEqual([45, 36, 9, 9]);
    expect(result.statements.map(({ answered, left }) => [answered, left])).toEqual([
      [6, 0],
      [5, 1]
    ]);
  });

  it('of four forms is none, and of five it is one', () => {
    expect(
      resultOf(form, {
        respondents: 4,
        counts: [
          [4, 0, 0, 0],
          [4, 0, 0, 0]
        ]
      })
    ).toBeNull();
    expect(
      resultOf(form, {
        respondents: 5,
        counts: [
          [5, 0, 0, 0],
          [5, 0, 0, 0]
        ]
      })
    ).not.toBeNull();
  });

  it('of phones and paper is added up only when each may be shown by itself', () => {
    const five = {
      respondents: 5,
      counts: [
        [5, 0, 0, 0],
        [0, 5, 0, 0]
      ]
    };
    expect(
      together(five, {
        respondents: 6,
        counts: [
          [0, 6, 0, 0],
          [6, 0, 0, 0]
        ]
      })
    ).toEqual({
      respondents: 11,
      counts: [
        [5, 6, 0, 0],
        [6, 5, 0, 0]
      ]
    });
    expect(
      together(five, {
        respondents: 4,
        counts: [
          [4, 0, 0, 0],
          [4, 0, 0, 0]
        ]
      })
    ).toBeNull();
  });
});

describe('what needs a second look', () => {
  const flags = (counts: number[][], overTime: string[] = [], given = form) =>
    flagsOf(resultOf(given, { respondents: 6, counts })!, overTime);

  it('two statements that ask nearly the same, answered half a step apart', () => {
    expect(
      flags([
        [6, 0, 0, 0],
        [3, 3, 0, 0]
      ])
    ).toEqual([{ kind: 'differ', statement: 1, other: 0 }]);
    expect(
      flags([
        [6, 0, 0, 0],
        [4, 2, 0, 0]
      ])
    ).toEqual([]);
  });

  it('a statement that some left out', () => {
    expect(
      flags([
        [5, 0, 0, 0],
        [5, 1, 0, 0]
      ])
    ).toEqual([{ kind: 'left_out', statement: 0, answered: 5, left: 1 }]);
  });

  it('contentment with the time where a subject took much longer than planned', () => {
    const timed = { statements: [{ key: 't', text: 'T', about: 'time' as const }] };
    expect(flags([[2, 3, 1, 0]], ['Culture'], timed)).toEqual([
      { kind: 'over_time', statement: 0, subjects: ['Culture'] }
    ]);
    expect(flags([[0, 1, 3, 2]], ['Culture'], timed)).toEqual([]);
    expect(flags([[2, 3, 1, 0]], [], timed)).toEqual([]);
  });
});

describe('paper forms', () => {
  it('are read as typed, an empty field as none', () => {
    expect(readPaper({ respondents: '6', 'c0-0': ' 4', 'c0-1': '2', 'c1-3': '6' }, 2)).toEqual({
      respondents: 6,
      counts: [
        [4, 2, 0, 0],
        [0, 0, 0, 6]
      ]
    });
  });

  it('with more answers than forms, or something that is no number, are told by the field', () => {
    const read = (typed: Record<string, string>) => Object.keys((readPaper(typed, 1) as { errors: object }).errors);
    expect(read({ respondents: '5', 'c0-0': '4', 'c0-1': '2' })).toEqual(['c0-0']);
    expect(read({ respondents: '5', 'c0-2': '-1' })).toEqual(['c0-2']);
    expect(read({ respondents: '', 'c0-2': '1.5' })).toEqual(['respondents', 'c0-2']);
  });
});

it('the form that comes with the software is one, has eleven statements, and pairs what is there', () => {
  expect(formSchema.parse(builtInForm)).toEqual(builtInForm);
  expect(builtInForm.statements).toHaveLength(11);
  const keys = builtInForm.statements.map(({ key }) => key);
  for (const { pairedWith } of builtInForm.statements) if (pairedWith) expect(keys).toContain(pairedWith);
});

it('a file of it starts no formula and prints its denominators', () => {
  const risky = { statements: [{ key: 'a', text: '=1+1' }], choices: ['Very', 'Satisfied', 'Quite', 'Not'] };
  const csv = resultCsv(risky, resultOf(risky, { respondents: 5, counts: [[5, 0, 0, 0]] })!, 16);
  expect(csv).toContain("'=1+1,5,0,0,0,5,0,100,0,0,0");
  expect(csv.trimEnd().split('\r\n').at(-1)).toMatch(/16/);
});

// The figures of a real evaluation where they lie beside the project; elsewhere those of an imaginary one.
describe('the evaluation of 2004', () => {
  it('gives the totals and percentages that were published', () => {
    const { respondents, items, expected } = evaluationOfEight;
    const statements = items.map(({ text }, at) => ({ key: `s${at}`, text }));
    const result = resultOf({ statements }, { respondents, counts: items.map(({ counts }) => counts) })!;

    expect(result.respondents).toBe(8);
    expect(result).toMatchObject(expected);
    expect(result.statements).toHaveLength(builtInForm.statements.length);
  });
});
