import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anyFile, anyRecord } from '../../../tests/fixtures/anyRecord.ts';
import { codedCircleOf, recordOf } from './codedCircle.ts';
import { recordJson } from './json.ts';
import { problemSentence } from './problem.ts';
import { commentsIn, readRecord } from './record.ts';
import { MAX_RECORD_BYTES } from './schema.ts';

const fixture = (name: string) => readFileSync(new URL(`../../../tests/fixtures/${name}`, import.meta.url));
const sentences = (input: string | Uint8Array, name?: string) =>
  readRecord(input, { name }).problems.map(problemSentence);
const file = (questions: unknown, rest: object = {}) =>
  JSON.stringify({ format: 'circle-record/1', circle: { title: 'Any' }, questions, ...rest });
const comments = (...list: unknown[]) => file([{ number: 1, comments: list }]);

describe('a whole file', () => {
  const { record, problems } = readRecord(fixture('open-day.json'));

  test('is read without a problem', () => {
    expect(problems).toEqual([]);
    expect(record!.circle).toEqual({ title: 'Open day of a made-up team', kind: 'gathering', heldOn: ['2024-02-29'] });
    expect(commentsIn(record!)).toBe(8);
  });

  test('takes numbers written as text, and keeps words where no number is known', () => {
    expect(record!.questions.map((question) => question.groupsResponding)).toEqual([3, 'over 12']);
    expect(record!.questions[0]!.comments.map(({ count }) => count)).toEqual([2, 4, 1, 1, 3]);
    expect(record!.questions[0]!.comments[1]!.group).toBe('2');
  });

  test('spells a theme one way, as the list of themes does, and keeps the order of that list', () => {
    expect(record!.questions[0]!.themes.map(({ name }) => name)).toEqual([
      'People',
      'Rest',
      'Time outside',
      'Nobody said this'
    ]);
    expect(record!.questions[0]!.comments[3]!.theme).toBe('People');
  });

  test('gives every comment an id', () => {
    expect(record!.questions[1]!.comments.map(({ id }) => id)).toEqual(['q4-1', 'q4-2', 'q4-3']);
  });
});

test('a number past the limits of groups is told in a sentence', () => {
  const text = file([{ number: 1, groupsResponding: -1, comments: [] }]);
  expect(sentences(text)).toEqual([
    'Question 1: The number of groups that answered must be a whole number up to 999, or a few words. This was left out; the rest was kept.'
  ]);
});

describe('a half-valid file', () => {
  test('tells every fault with its place', () => {
    expect(sentences(fixture('half-valid.json'))).toEqual([
      'The circle: The dates must be a list of days such as 2007-11-05, at most 60. This was left out; the rest was kept.',
      'Question 3, comment 2: A comment must be text of 1 to 10,000 characters. This comment was left out.',
      'Question 3, comment 3: The count must be a whole number from 1 to 10,000. This comment was left out.',
      'Question 3, comment 5: Something else stands here than expected. This comment was left out.',
      'Question in place 2: A question needs a number: a whole number from 1 to 99. The question was left out, with 1 comment.',
      'Question 3: Its number was used before in this file. The question was left out, with 2 comments.'
    ]);
  });

  test('keeps the rest', () => {
    const { record } = readRecord(fixture('half-valid.json'));
    expect(record!.questions.map(({ number, comments }) => [number, comments.map(({ text }) => text)])).toEqual([
      [3, ['More training.', 'Shorter days.']]
    ]);
  });

  test.each([
    ['a count of zero', { text: 'a', count: 0 }],
    ['a count that is no whole number', { text: 'a', count: 1.5 }],
    ['a count beyond 10,000', { text: 'a', count: 10_001 }],
    ['no text', { count: 1 }],
    ['text that is a number', { text: 5 }],
    ['10,001 characters', { text: 'a'.repeat(10_001) }],
    ['a character that no database keeps', { text: 'a\u0000b' }],
    ['half of a character', { text: 'a\ud83d' }]
  ])('leaves out a comment with %s', (_fault, comment) => {
    const { record, problems } = readRecord(comments({ text: 'kept' }, comment));
    expect(record!.questions[0]!.comments.map(({ text }) => text)).toEqual(['kept']);
    expect(problems.map(({ where }) => where)).toEqual(['Question 1, comment 2']);
  });

  test('leaves out a second comment with the same id', () => {
    const { record, problems } = readRecord(comments({ id: 'x', text: 'first' }, { id: 'x', text: 'second' }));
    expect(commentsIn(record!)).toBe(1);
    expect(problems).toHaveLength(1);
  });
});

test('10,000 emoji are 10,000 characters', () => {
  const text = '🙏'.repeat(10_000);
  expect(readRecord(comments({ text })).record!.questions[0]!.comments[0]!.text).toBe(text);
});

describe('what is no record', () => {
  test.each([
    ['an empty file', '', 'The file: It is empty.'],
    ['white space', ' \n ', 'The file: It is empty.'],
    [
      'broken JSON',
      '{\n "format": "circle-record/1",\n "questions": [}',
      "The file: It can't be read as JSON. Something is wrong at line 3, column 16. Nothing was read."
    ],
    ['cut JSON', '{"format"', 'The file: Its end is missing'],
    ['another format', '{"format":"meeting-record/1"}', 'The file: It says it is "meeting-record/1".'],
    ['no format', '[1, 2]', 'The file: It does not say that it is a circle record.'],
    ['no questions', '{"format":"circle-record/1"}', 'The file: It has no list of questions.'],
    ['a Word file', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'The file: It is not a text file.'],
    ['a long nest', '['.repeat(200_000), 'The file: Its end is missing']
  ])('%s is refused in a sentence', (_what, input, sentence) => {
    const { record, problems } = readRecord(input);
    expect(record).toBeNull();
    expect(problems.map(problemSentence).join()).toContain(sentence);
  });

  test('20 MB is refused before anything is read', () => {
    expect(sentences(new Uint8Array(20 * 1024 * 1024).fill(0x20))).toEqual([
      expect.stringContaining('The file: It is larger than 5 MB')
    ]);
    expect(sentences('é'.repeat(MAX_RECORD_BYTES / 2 + 1))[0]).toContain('larger than 5 MB');
  });

  test('names of JavaScript itself do no harm', () => {
    const text =
      '{"format":"circle-record/1","questions":[{"number":1,"__proto__":{"a":1},"comments":[{"text":"a","theme":"__proto__"}]}]}';
    const { record, problems } = readRecord(text);
    expect(problems).toEqual([]);
    expect(codedCircleOf(record!).questions[0]!.themes).toEqual([
      { id: '__proto__', name: '__proto__', description: '' }
    ]);
  });
});

test('a file saved in the encoding of older Windows is read', () => {
  const bytes = Uint8Array.from([...'comment,theme\r\ncaf\xe9,Rest\r\n'].map((sign) => sign.charCodeAt(0)));
  expect(readRecord(bytes, { name: 'a.csv' }).record!.questions[0]!.comments[0]!.text).toBe('café');
});

test('any file loses no comment in reading', () => {
  fc.assert(
    fc.property(anyFile, (file) => {
      const { record, problems } = readRecord(JSON.stringify(file));
      expect(problems).toEqual([]);
      expect(record!.questions.map(({ comments }) => comments.map(({ text }) => text))).toEqual(
        file.questions.map(({ comments }) => comments.map(({ text }) => text))
      );
    })
  );
});

test('any record comes back the same from its export', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(recordOf(codedCircleOf(record))).toStrictEqual(record);
      expect(readRecord(recordJson(codedCircleOf(record)))).toStrictEqual({ record, problems: [] });
    })
  );
});
