import { expect, test } from 'vitest';
import { figuresOf } from './attendance.ts';
import { attendanceNoted, countedOf, emptyRecord, isWritten, linesOf, totalOf } from './record.ts';
import { recordSchema } from './schema.ts';

test('a text area is read a line each, without empty ones and list marks', () => {
  expect(linesOf('- Rest\r\n\n  2. A walk \n12 people came')).toEqual(['Rest', 'A walk', '12 people came']);
});

test('a figure is kept only where it says more than the lines', () => {
  expect(countedOf(['a', 'b'], 2)).toEqual({ lines: ['a', 'b'], counted: null });
  expect(totalOf(countedOf(['a'], 4))).toBe(4);
  expect(totalOf(countedOf([], null))).toBe(0);
});

test('a record of a figure alone is written, an empty one is not', () => {
  const nobody = figuresOf({}, emptyRecord.unnamed);
  expect(isWritten(emptyRecord, nobody)).toBe(false);
  expect(isWritten({ ...emptyRecord, suggestions: { lines: [], counted: 2 } }, nobody)).toBe(true);
});

test('attendance is noted in part when some are named and nobody said that this is all', () => {
  const paper = { present: 19, apologies: 3, declined: 7 };
  const some = { ...emptyRecord, unnamed: paper };
  expect(attendanceNoted(emptyRecord, figuresOf({}, emptyRecord.unnamed))).toBe('no');
  expect(attendanceNoted(some, figuresOf({}, paper))).toBe('yes');
  expect(attendanceNoted(some, figuresOf({ late: 1 }, paper))).toBe('in part');
  expect(attendanceNoted({ ...some, attendanceTaken: true }, figuresOf({ late: 1 }, paper))).toBe('yes');
});

test('the form gives the record of the peer-support circle', () => {
  const typed = {
    version: '0',
    topic: ' What does it mean? ',
    smallGroups: 'yes',
    present: '19',
    apologies: '3',
    declined: '7',
    comments: '',
    commentsInAll: '4',
    outcomes: 'One\nTwo',
    outcomesInAll: '6',
    suggestions: 'A\nB',
    suggestionsInAll: '',
    wellbeingNote: ''
  };
  expect(recordSchema.parse(typed)).toEqual({
    version: 0,
    topic: 'What does it mean?',
    smallGroups: true,
    unnamed: { present: 19, apologies: 3, declined: 7 },
    comments: { lines: [], counted: 4 },
    outcomes: { lines: ['One', 'Two'], counted: 6 },
    suggestions: { lines: ['A', 'B'], counted: null },
    wellbeingNote: ''
  });
});

test('fewer in all than there are lines is a slip, told at its field', () => {
  const read = recordSchema.safeParse({ version: '0', comments: 'a\nb', commentsInAll: '1' });
  expect(read.error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([
    [
      'commentsInAll',
      'There are 2 lines, so there can’t be fewer in all. Leave it empty when the lines are all there was.'
    ]
  ]);
});
