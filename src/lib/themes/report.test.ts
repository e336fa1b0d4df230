import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anyRecord } from '../../../tests/fixtures/anyRecord.ts';
import { codedCircleOf, type CodedQuestion } from './codedCircle.ts';
import type { CountBy } from './counts.ts';
import { reportHtml } from './html.ts';
import { tablesJson } from './json.ts';
import { readRecord } from './record.ts';
import { atDepth, makeReport } from './report.ts';
import { reportText } from './text.ts';

const reportOf = (file: URL, countBy?: CountBy) =>
  makeReport(codedCircleOf(readRecord(readFileSync(file)).record!), { countBy });
const json = (file: URL) => JSON.parse(readFileSync(file, 'utf8'));
const openDay = new URL('../../../tests/fixtures/open-day.json', import.meta.url);
const gathering = new URL('../../../../shared/data/gathering-2007.json', import.meta.url);

test('the tables of the made-up open day', () => {
  const expected = json(new URL('open-day.tables.json', openDay));
  expect(JSON.parse(tablesJson(reportOf(openDay)))).toStrictEqual(expected);
});

test.skipIf(!existsSync(gathering))('the five tables of the 2007 gathering', () => {
  const expected = json(new URL('gathering-2007.tables.json', gathering));
  expect(JSON.parse(tablesJson(reportOf(gathering)))).toStrictEqual(expected);
});

describe('a question', () => {
  const [first, second] = reportOf(openDay).questions;

  test('says how many groups answered', () => {
    expect([first!.groupsAnswered, second!.groupsAnswered]).toEqual([3, 'over 12']);
  });

  test('numbers its themes, leaves out those nobody spoke of, and flags those of few voices', () => {
    expect(first!.themes.map(({ number, name, fewVoices }) => [number, name, fewVoices])).toEqual([
      [1, 'Rest', true],
      [2, 'People', true],
      [3, 'Time outside', true]
    ]);
    expect(second!.themes.map(({ name, fewVoices }) => [name, fewVoices])).toEqual([
      ['Smaller "caseloads"', false],
      ['שעות גמישות', true]
    ]);
  });

  test('lists what is in no theme, with how often it was said', () => {
    expect(first!.uncoded.map(({ text }) => text)).toEqual(['Not sure yet.']);
    expect(first!.uncodedTotal).toBe(3);
  });

  test('drafts a summary of counts and names of themes', () => {
    expect(first!.draft).toBe(
      'The table holds 8 comments in 3 themes. Many of the comments (4 of 8) belong to “Rest”. ' +
        'Two of 8 comments belong to “People”. Two of 8 comments belong to “Time outside”.'
    );
  });

  test('counted in groups, shares are of the groups that answered', () => {
    const [first] = reportOf(openDay, 'groups').questions;
    expect(first!.themes.map(({ name, counts, share }) => [name, counts.groups, share])).toEqual([
      ['People', 2, 'Two of 3 groups'],
      ['Rest', 1, 'One of 3 groups'],
      ['Time outside', 1, 'One of 3 groups']
    ]);
  });

  test('without comments says so', () => {
    const empty = { number: 1, prompt: 'Why?', tableTitle: 'Why', groupsResponding: null, summary: null, themes: [] };
    const reportOf = (question: Partial<CodedQuestion>) =>
      makeReport({ title: 'New', kind: null, heldOn: [], questions: [{ ...empty, comments: [], ...question }] });
    const draft = (question: Partial<CodedQuestion>) => reportOf(question).questions[0]!.draft;
    expect(draft({})).toBe('No group answered this question.');
    expect(draft({ groupsResponding: 3 })).toBe('No comments were noted for this question.');
    const uncoded = { id: '1', text: 'Tea', count: 1, group: null, theme: null };
    expect(draft({ comments: [uncoded] })).toBe('No comment has been put in a theme yet.');
    expect(reportOf({}).questions[0]!.total).toBe(0);
  });
});

describe('depths', () => {
  const report = reportOf(openDay);
  const text = (depth: 'page' | 'tables' | 'full') => reportText(report, depth);

  test('one page: groups and summaries', () => {
    expect(text('page')).toContain('Groups that answered: 3');
    expect(text('page')).toContain('The table holds 8 comments in 3 themes.');
    expect(text('page')).toContain('Not in a theme yet: 3 comments.');
    expect(text('page')).not.toContain('Number of comments made');
  });

  test('tables: the tables too', () => {
    expect(text('tables')).toMatch(/^ {3}Rest +4\n {3}People +2\n {3}Time outside +2\n {3}-+ {2}-+\n {3}Total +8$/m);
    expect(text('tables')).not.toContain('Sleep.');
  });

  test('full: every theme described, every comment listed', () => {
    expect(text('full')).toContain('   1.1 Rest\n   Many of the comments (4 of 8)\n   - Sleep. (said by 4)');
    expect(text('full')).toContain('   Not in a theme yet\n   - Not sure yet. (said by 3)');
  });

  test('no line of text passes 80 characters where it can be broken', () => {
    for (const line of text('full').split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('what a depth does not show is not in its data either', () => {
    const stored = (depth: 'page' | 'tables') => JSON.stringify(atDepth(report, depth).questions);
    expect(stored('tables')).toContain('Time outside');
    expect(stored('tables')).not.toMatch(/Sleep|Not sure|someone who listens/);
    expect(atDepth(report, 'page').questions.map(({ themes }) => themes)).toEqual([[], []]);
    expect(atDepth(report, 'full')).toEqual(report);
  });
});

test('a terminal is not given orders by a comment', () => {
  const comment = { id: '1', text: 'a\u001b[2Jb\u0007', count: 1, group: null, theme: null };
  const question = { number: 1, prompt: 'p', tableTitle: 't', groupsResponding: null, summary: null, themes: [] };
  const report = makeReport({ title: 'T', kind: null, heldOn: [], questions: [{ ...question, comments: [comment] }] });
  expect(reportText(report, 'full')).toContain('- a[2Jb\n');
});

test('any record makes a report that adds up and can be printed at every depth', () => {
  fc.assert(
    fc.property(anyRecord, fc.constantFrom<CountBy[]>('comments', 'groups', 'distinct'), (record, countBy) => {
      const report = makeReport(codedCircleOf(record), { countBy });
      expect(JSON.parse(JSON.stringify(report))).toStrictEqual(report);
      for (const depth of ['page', 'tables', 'full'] as const) {
        expect(reportHtml(report, depth)).not.toMatch(/<(?:b|script)>/);
        expect(reportText(report, depth)).toMatch(/\n$/);
      }
    })
  );
});
