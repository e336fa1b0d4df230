import { describe, expect, it } from 'vitest';
import { readCurriculum, type ContentFiles } from './readCurriculum.ts';

const session = (over = '') => `---
title: A talk
subject: risk
format: talk
minutes: 30
aim: To begin.
trainers: One trainer
handouts: [sheet]
${over}---
1. **30 min · Talk.**
`;
const files: ContentFiles = {
  'curriculum.md':
    '---\ntitle: Small\nsummary: As small as can be.\nversion: 1\nsubjects: [{ key: risk, title: Risk }]\nextra: [later]\n---\n',
  'days/day-1.md':
    '---\ntitle: First\naudience: open\naim: To begin.\nmorning:\n  - first\n  - { break: 15, title: Tea }\nafternoon: []\n---\n',
  'sessions/first.md': session(),
  'sessions/later.md': session(),
  'handouts/sheet.md': '---\ntitle: A sheet\n---\nText.\n'
};
const reading = (over: ContentFiles) => () => readCurriculum({ ...files, ...over });

describe('a curriculum from its files', () => {
  it('has days with sessions and breaks, extra sessions and handouts', () => {
    const { days, extra, handouts } = readCurriculum(files);
    expect(days[0]!.halves[0].map(({ title, minutes }) => [title, minutes])).toEqual([
      ['A talk', 30],
      ['Tea', 15]
    ]);
    expect(days[0]!.halves[0][0]).toMatchObject({ key: 'first', plan: '1. **30 min · Talk.**', materials: [] });
    expect(extra.map(({ key }) => key)).toEqual(['later']);
    expect(handouts).toEqual([{ slug: 'sheet', title: 'A sheet', text: 'Text.' }]);
  });

  it.each([
    ['a field that is wrong', { 'sessions/first.md': session().replace('30', 'half') }, 'sessions/first.md:5: minutes'],
    ['a field nobody knows', { 'sessions/first.md': session('colour: red\n') }, 'Unrecognized key: "colour"'],
    ['no plan', { 'sessions/first.md': session().split('1. ')[0]! }, 'sessions/first.md:1: plan'],
    ['no front matter', { 'handouts/sheet.md': 'Text.' }, 'handouts/sheet.md:1: '],
    ['a session that stands nowhere', { 'sessions/lost.md': session() }, 'sessions/lost.md:1: '],
    ['a session twice', { 'curriculum.md': files['curriculum.md']!.replace('later', 'first') }, 'stands in two places'],
    ['a session that is not there', { 'curriculum.md': files['curriculum.md']!.replace('later', 'never') }, '"never"'],
    ['a subject that is not there', { 'sessions/first.md': session().replace('risk', 'law') }, 'of no subject'],
    [
      'a handout that is not there',
      { 'sessions/first.md': session().replace('sheet', 'page') },
      'uses the handout "page", which is not there'
    ]
  ])('is refused for %s, with file and line', (_, over: ContentFiles, told) => {
    expect(reading(over)).toThrow(told);
  });
});
