import { expect, test } from 'vitest';
import type { CodedCircle } from './codedCircle.ts';
import { withheld, withheldInCircle, withoutWords } from './frozenReport.ts';
import { leftOut, mustLook, readPublishing, sortFindings } from './publishForm.ts';
import { beforePublishing } from './publishing.ts';
import { makeReport } from './report.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const comment = (n: number, text: string, theme: string | null) => ({ id: id(n), text, count: 3, group: null, theme });
const circle: CodedCircle = {
  title: 'Spring',
  kind: null,
  heldOn: [],
  questions: [
    {
      number: 1,
      prompt: 'What helps?',
      tableTitle: 'Help',
      groupsResponding: null,
      summary: 'Most people call Dr Martha Quill.',
      themes: [
        { id: 'a', name: 'Tea', description: '' },
        { id: 'b', name: 'Mr Brown', description: '' }
      ],
      comments: [
        comment(1, 'Tea at four', 'a'),
        comment(2, 'Ring 020 7946 0999 or write to kay@example.org', 'b'),
        { ...comment(3, 'Mrs Kay Bell', null), count: 1 }
      ]
    }
  ]
};
const report = makeReport(circle);
const findings = beforePublishing(report, 'full');

test('findings are sorted by what can be done about them', () => {
  const { comments, texts, uncounted, fewVoices } = sortFindings(findings);
  expect(comments.map(([first, ...more]) => [first?.comment, more.length])).toEqual([
    [id(2), 1],
    [id(3), 0]
  ]);
  expect(texts.map((finding) => finding.found)).toEqual([
    expect.objectContaining({ text: 'Dr Martha Quill' }),
    expect.objectContaining({ text: 'Mr Brown' })
  ]);
  expect(uncounted.map(({ found }) => found.word)).toEqual(['Most']);
  expect(fewVoices).toEqual([]);
  expect(mustLook(findings, [])).toBe(true);
  expect(mustLook([], [{ question: 1, kind: 'no_comments' }])).toBe(true);
  expect(mustLook([], [])).toBe(false);
});

test('comments that may identify someone are left blank unless a person ticked them, and stay in every count', () => {
  const printed = withheld(report, leftOut(findings, [id(3)]));
  const [question] = printed.questions;
  expect(question?.themes.flatMap(({ comments }) => comments.map(({ text }) => text))).toEqual([
    'Tea at four',
    '(The words of this comment are left out.)'
  ]);
  expect(question?.uncoded[0]?.text).toBe('Mrs Kay Bell');
  expect(question?.total).toBe(report.questions[0]?.total);
});

test('files of a draft leave out the same words', () => {
  const held = withheldInCircle(circle, leftOut(findings, []));
  expect(held.questions[0]?.comments.map(({ text }) => text)).toEqual([
    'Tea at four',
    '(The words of this comment are left out.)',
    '(The words of this comment are left out.)'
  ]);
});

test('without consent no words of a comment are in the report, and its tables are the same', () => {
  const printed = withoutWords(report);
  expect(JSON.stringify(printed)).not.toContain('Tea at four');
  expect(JSON.stringify(printed)).not.toContain('Kay Bell');
  const rows = (of: typeof report) =>
    of.questions.map(({ themes }) => themes.map(({ name, counts }) => [name, counts]));
  expect(rows(printed)).toEqual(rows(report));
});

test('a form is read: boxes not ticked are no', () => {
  const form = new FormData();
  form.set('version', '2');
  expect(readPublishing(form).data).toEqual({
    version: 2,
    measure: 'comments',
    quotes: false,
    looked: false,
    print: []
  });
  form.set('quotes', 'on');
  form.append('print', id(1));
  form.append('print', id(2));
  expect(readPublishing(form).data).toMatchObject({ quotes: true, print: [id(1), id(2)] });
  form.set('version', 'x');
  expect(readPublishing(form).success).toBe(false);
});
