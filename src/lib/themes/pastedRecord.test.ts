import { expect, test } from 'vitest';
import { readRecord } from './record.ts';

const read = (text: string) =>
  readRecord(text, { format: 'text', title: 'Pasted' }).record!.questions.map(({ number, prompt, comments }) => ({
    number,
    prompt,
    comments: comments.map(({ text, theme, count }) => [text, theme, count])
  }));

test('a line is a comment; headings are questions and themes', () => {
  const text = `# What helps?
Not sure yet

## Rest
- Sleep
* Tea (x3)
## People
1. My team

# What hurts?
Noise`;
  expect(read(text)).toEqual([
    {
      number: 1,
      prompt: 'What helps?',
      comments: [
        ['Not sure yet', null, 1],
        ['Sleep', 'Rest', 1],
        ['Tea', 'Rest', 3],
        ['My team', 'People', 1]
      ]
    },
    { number: 2, prompt: 'What hurts?', comments: [['Noise', null, 1]] }
  ]);
});

test.each([
  ['Tea (x3)', 'Tea', 3],
  ['Tea (3x)', 'Tea', 3],
  ['Tea (× 12)', 'Tea', 12],
  ['Tea ×3', 'Tea', 3],
  ['Tea 3×', 'Tea', 3],
  ['We need it 10x', 'We need it 10x', 1],
  ['Room 3', 'Room 3', 1],
  ['(x3)', '(x3)', 1],
  ['#1 is sleep', '#1 is sleep', 1]
])('“%s” is “%s”, said by %i', (line, text, count) => {
  expect(read(line)).toEqual([{ number: 1, prompt: 'Question 1', comments: [[text, null, count]] }]);
});

test('a count out of bounds is told by its line', () => {
  const { record, problems } = readRecord('good\n\nbad (x0)', { format: 'text' });
  expect(record!.questions[0]!.comments).toHaveLength(1);
  expect(problems).toEqual([
    { where: 'Line 3', what: 'The count must be a whole number from 1 to 10,000. This line was left out.' }
  ]);
});

test('without a name or format, a table and JSON are told from plain text by their looks', () => {
  expect(readRecord('comment,theme\na,b').record!.questions[0]!.themes).toHaveLength(1);
  expect(readRecord('I said, quietly\nno comment').record!.questions[0]!.comments).toHaveLength(2);
  expect(readRecord(' {"format": 1}').record).toBeNull();
});
