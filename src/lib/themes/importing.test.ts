import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importable } from './importing.ts';
import { problemSentence } from './problem.ts';
import { readRecord } from './record.ts';

const record = readRecord(readFileSync(new URL('../../../tests/fixtures/open-day.json', import.meta.url))).record!;

test('words instead of a number of groups are left out, and told; all else stays', () => {
  const read = importable(record);
  expect(read.problems.map(problemSentence)).toEqual([
    'Question 4: It says that “over 12” groups answered. Only a number can be kept here, so this was left out; the rest was kept.'
  ]);
  const [first, second] = record.questions;
  expect(read.record).toEqual({ ...record, questions: [first, { ...second, groupsResponding: null }] });
});

test('an unknown kind of circle becomes a gathering', () => {
  const kindOf = (kind: string | null) =>
    importable({ ...record, circle: { ...record.circle, kind } }).record!.circle.kind;
  expect(['staff', 'party', null].map(kindOf)).toEqual(['staff', 'gathering', 'gathering']);
});

test('more than 200 groups are refused', () => {
  const comments = Array.from({ length: 201 }, (_, n) => ({
    id: `${n}`,
    text: 'a',
    count: 1,
    theme: null,
    group: `${n}`
  }));
  const read = importable({ ...record, questions: [{ ...record.questions[0]!, comments }] });
  expect(read.record).toBeNull();
  expect(read.problems.map(problemSentence)).toEqual([
    'The file: It names 201 groups. At most 200 can be kept, so nothing was brought in.'
  ]);
});
