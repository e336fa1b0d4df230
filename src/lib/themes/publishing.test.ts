import { expect, test } from 'vitest';
import type { CodedCircle } from './codedCircle.ts';
import { beforePublishing, gapsOf, voicesOf } from './publishing.ts';
import { makeReport } from './report.ts';

const comment = { id: 'c', count: 3, group: null, theme: 't', text: 'Rest.' };
const circle = (comments: Partial<typeof comment>[], summary: string | null = null, description = ''): CodedCircle => ({
  title: 'Any',
  kind: null,
  heldOn: [],
  questions: [
    {
      number: 2,
      prompt: 'Why?',
      tableTitle: 'Why',
      groupsResponding: null,
      summary,
      themes: [{ id: 't', name: 'Many hands', description }],
      comments: comments.map((change, index) => ({ ...comment, id: `c${index}`, ...change }))
    }
  ]
});
const findings = (circle: CodedCircle, depth: 'page' | 'tables' | 'full' = 'full') =>
  beforePublishing(makeReport(circle), depth);

test('finds nothing where nothing is', () => {
  expect(findings(circle([{}], 'All of the comments (3 of 3) belong to “Many hands”.'))).toEqual([]);
});

test('finds what may identify someone in summary, theme and comment', () => {
  const found = findings(circle([{ text: 'Call 613-555-0175' }], 'Ask Dr. Grey.', 'Write to a@example.org'));
  expect(found.map((finding) => finding.kind === 'identifier' && [finding.where, finding.found.text])).toEqual([
    ['summary', 'Dr. Grey'],
    ['theme', 'a@example.org'],
    ['comment', '613-555-0175']
  ]);
});

test('finds themes of few voices and typed quantifiers', () => {
  expect(findings(circle([{ count: 1 }], 'Several people spoke.'))).toEqual([
    { kind: 'typed_quantifier', question: 2, found: { word: 'Several', start: 0, end: 7 } },
    { kind: 'few_voices', question: 2, theme: 't' }
  ]);
});

test('looks only at what the depth prints', () => {
  const two = circle([{ count: 1, text: 'Mr Grey' }]);
  expect(findings(two, 'tables').map(({ kind }) => kind)).toEqual(['few_voices']);
  expect(findings(two, 'page')).toEqual([]);
});

test('tells what a report leaves open', () => {
  const gaps = (...of: Parameters<typeof circle>) => gapsOf(makeReport(circle(...of)));
  expect(gaps([{}], 'Rest.')).toEqual([]);
  expect(gaps([])).toEqual([{ question: 2, kind: 'no_comments' }]);
  expect(gaps([{}, { theme: null as unknown as string }])).toEqual([
    { question: 2, kind: 'uncoded', count: 1 },
    { question: 2, kind: 'no_summary' }
  ]);
});

test('says groups only where at least three of them can be counted', () => {
  const voices = (groups: (string | null)[]) =>
    voicesOf(makeReport(circle(groups.map((group) => ({ group }) as Partial<typeof comment>))));
  expect(voices(['A', 'B', 'C'])).toBe('groups');
  expect(voices(['A', 'B'])).toBe('comments');
  expect(voices(['A', 'B', 'C', null])).toBe('comments');
  expect(voices([])).toBe(null);
});
