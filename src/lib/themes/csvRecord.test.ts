import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRecord } from '../../../tests/fixtures/anyRecord.ts';
import { codedCircleOf } from './codedCircle.ts';
import { commentsCsv } from './csv.ts';
import { problemSentence } from './problem.ts';
import { readRecord } from './record.ts';

const read = (text: string) => {
  const { record, problems } = readRecord(text, { name: 'a.csv' });
  const comments = record?.questions.flatMap(({ number, comments }) =>
    comments.map(({ text, theme, count, group }) => [number, text, theme, count, group])
  );
  return { record, comments, problems: problems.map(problemSentence) };
};

test('reads question, theme, comment, count and group', () => {
  const { comments, problems } = read(
    'question,theme,comment,count,group\n3,Rest,"Sleep, and more sleep",2,Blue\n3,,Unsure,,\n'
  );
  expect(problems).toEqual([]);
  expect(comments).toEqual([
    [3, 'Sleep, and more sleep', 'Rest', 2, 'Blue'],
    [3, 'Unsure', null, 1, null]
  ]);
});

test('takes columns in any order, by other names, between semicolons or tabs', () => {
  expect(read('\uFEFFGroup;Said by;CATEGORY;Response;Q\nBlue;2;Rest;Sleep;Q2').comments).toEqual([
    [2, 'Sleep', 'Rest', 2, 'Blue']
  ]);
  expect(read('Comment\tTheme\nSleep\tRest').comments).toEqual([[1, 'Sleep', 'Rest', 1, null]]);
});

test('fills a question down, as merged cells leave it empty', () => {
  expect(read('question,comment\n2,a\n,b\n5,c\n,d').comments!.map(([number]) => number)).toEqual([2, 2, 5, 5]);
});

test('a question may be given in words and takes a free number', () => {
  const { record } = read('question,comment\nWhat helps?,a\n1,b\nWhat hurts?,c\nWhat helps?,d');
  expect(record!.questions.map(({ number, prompt, comments }) => [number, prompt, comments.length])).toEqual([
    [2, 'What helps?', 2],
    [1, 'Question 1', 1],
    [3, 'What hurts?', 1]
  ]);
});

describe('faults', () => {
  test('are told by line; other lines are kept', () => {
    const { comments, problems } = read('comment,count\n"two\nlines",1\ngood,many\n,2\nlast,3');
    expect(comments!.map(([, text]) => text)).toEqual(['two\nlines', 'last']);
    expect(problems).toEqual([
      'Line 4: The count must be a whole number from 1 to 10,000. This line was left out.',
      'Line 5: A comment must be text of 1 to 10,000 characters. This line was left out.'
    ]);
  });

  test('a quotation mark that never closes costs only what follows', () => {
    const { comments, problems } = read('comment,count\nfirst,1\n"second,2\nthird,3');
    expect(comments!.map(([, text]) => text)).toEqual(['first']);
    expect(problems).toEqual([
      'Line 3: A quotation mark opens here and never closes. What comes after it could not be read.'
    ]);
  });

  test('a table without a column of comments is refused', () => {
    const { record, problems } = read('a,b\n1,2');
    expect(record).toBeNull();
    expect(problems[0]).toContain('The file: It names no column called "comment".');
  });

  test('a table without rows is refused', () => {
    expect(read('comment,count\n').problems).toEqual(['The file: It has no comments.']);
  });
});

test('any circle comes back from its CSV with every comment, count, theme and group', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const kept = record.questions.filter(({ comments }) => comments.length > 0);
      fc.pre(kept.length > 0);
      const { record: back, problems } = readRecord(commentsCsv(codedCircleOf(record)));
      expect(problems).toEqual([]);
      const essence = ({ number, prompt, tableTitle, comments }: (typeof kept)[number]) => ({
        number,
        prompt,
        tableTitle,
        comments: comments.map(({ text, count, theme, group }) => ({ text, count, theme, group }))
      });
      expect(back!.questions.map(essence)).toEqual(kept.map(essence));
    })
  );
});
