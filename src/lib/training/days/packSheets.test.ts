import { describe, expect, it } from 'vitest';
import type { Curriculum, Session } from '../curriculum/schema.ts';
import type { Slot } from '../timetable/slot.ts';
import { packSheets, type DayPackSource, type DaySheet } from './packSheets.ts';

const session = (key: string, more: Partial<Session> = {}): Session => ({
  key,
  title: `The ${key}`,
  subject: 'risk',
  format: 'talk',
  minutes: 60,
  aim: 'To see more.',
  trainers: 'Both',
  materials: ['Chairs'],
  plan: '## Begin\n\nSlowly.',
  handouts: ['page'],
  ...more
});
const curriculum: Curriculum = {
  title: 'Small',
  summary: 'Small.',
  version: 1,
  subjects: [{ key: 'risk', title: 'Risk' }],
  days: [],
  extra: [session('one'), session('two', { materials: ['Chairs', 'Pens'] })],
  handouts: [{ slug: 'page', title: 'One page', text: 'Breathe.' }]
};
const slot = (id: string, sessionKey: string | null, half: 1 | 2 = 1): Slot => ({
  id,
  day: 1,
  half,
  sessionKey,
  title: `${id} *in stars*`,
  subject: 'risk',
  format: 'talk',
  minutes: 30,
  trainers: ''
});
const source = (more: Partial<DayPackSource> = {}): DayPackSource => ({
  day: { day: 1, heldOn: '2035-03-30', audience: 'open', title: '', morningStarts: '09:30', afternoonStarts: '13:15' },
  slots: [slot('a', 'one'), slot('b', 'two'), slot('c', 'one', 2), slot('own', null, 2)],
  timetable: [slot('a', 'one'), slot('b', 'two'), slot('c', 'one', 2), slot('own', null, 2)],
  curriculum,
  notes: [],
  names: ['Ana', 'Ben'],
  unannounced: 0,
  isLast: false,
  ...more
});
const html = (sheets: DaySheet[], title: string) =>
  sheets.flatMap((sheet) => (sheet.kind === 'text' && sheet.title === title ? [sheet.html] : [])).join('');

describe('a day on paper', () => {
  it('has every part, and the contents name the page where each begins', () => {
    const { sheets, contents } = packSheets(source(), 'a4');
    expect(contents.map(({ title }) => title)).toEqual([
      'Timetable',
      'Materials for the day',
      "Facilitators' plans",
      'One page',
      'Attendance',
      'Parking lot'
    ]);
    for (const { title, page } of contents) expect(sheets[page - 2]).toMatchObject({ title, goesOn: false });
  });

  it('a plan stands once under its clock time, a title that was typed stays as typed', () => {
    const plans = html(packSheets(source(), 'a4').sheets, "Facilitators' plans");
    expect(plans).toContain('09:30–10:00 · a *in stars*</h3>');
    expect(plans).toContain('10:00–10:30 · b *in stars*</h3>');
    expect(plans.match(/<h3>/g)).toHaveLength(2);
    expect(plans).toContain('<h4>Begin</h4>');
  });

  it('materials and handouts stand once, however often they are needed', () => {
    const { sheets } = packSheets(source(), 'letter');
    expect(html(sheets, 'Materials for the day').match(/Chairs/g)).toHaveLength(1);
    expect(sheets.filter(({ title }) => title === 'One page')).toHaveLength(1);
  });

  it('sixty names take as many sheets as they need, with lines for those who come unannounced', () => {
    const names = Array.from({ length: 60 }, (_, index) => `Person ${index}`);
    const cohort = { ...source().day, audience: 'cohort' as const };
    const lists = packSheets(source({ names, day: cohort }), 'a4').sheets.flatMap((sheet) =>
      sheet.kind === 'names' ? [sheet] : []
    );
    expect(lists).toHaveLength(3);
    // To the foot of the third sheet.
    expect(lists.flatMap((list) => list.names)).toEqual([...names, ...Array(6).fill(null)]);
  });

  it('an open day has a line for everybody who may still come', () => {
    const lists = packSheets(source({ unannounced: 40 }), 'letter').sheets.flatMap((sheet) =>
      sheet.kind === 'names' ? [sheet] : []
    );
    expect(lists.map(({ names }) => names.length)).toEqual([20, 20, 20]);
    expect(lists.flatMap(({ names }) => names).filter((name) => name === null).length).toBeGreaterThanOrEqual(40);
  });

  it('an open day that is full still has a whole sheet of blank lines', () => {
    const lists = packSheets(source({ unannounced: 0 }), 'a4').sheets.flatMap((sheet) =>
      sheet.kind === 'names' ? sheet.names : []
    );
    expect(lists.filter((name) => name === null).length).toBeGreaterThanOrEqual(22);
  });

  it('a plan says where the training has other minutes than it was written for, a split session as a whole', () => {
    const plans = html(packSheets(source(), 'a4').sheets, "Facilitators' plans");
    // "one" is split into twice thirty minutes; "two" has thirty of its sixty.
    expect(plans.match(/60 minutes in the curriculum/g)).toHaveLength(1);
    expect(plans).toContain('60 minutes in the curriculum, 30 in this training');
    const twice = [1, 2].map((half) => ({ ...slot(`${half}`, 'one', half as 1 | 2), minutes: 60 }));
    const held = html(packSheets(source({ slots: twice, timetable: twice }), 'a4').sheets, "Facilitators' plans");
    expect(held).not.toContain('in the curriculum');
  });

  it('what is parked and open goes along, from days before too; what is settled stays at home', () => {
    const note = (day: number, text: string, settled = false) =>
      ({ id: text, day, kind: 'parked', text, settled, writtenAt: '' }) as const;
    const notes = [note(1, 'today'), note(1, 'answered', true), note(2, 'later')];
    const parked = packSheets(source({ notes }), 'a4').sheets.find(({ kind }) => kind === 'parked');
    expect(parked).toMatchObject({ texts: ['today'] });
  });

  it('the evaluation goes with the last day; a day without a curriculum still prints', () => {
    const { contents } = packSheets(source({ isLast: true, curriculum: null }), 'a4');
    expect(contents.map(({ title }) => title)).toEqual(['Timetable', 'Attendance', 'Parking lot', 'How was it?']);
  });

  it('a fuller day has a sheet of the timetable for each half', () => {
    const slots = Array.from({ length: 17 }, (_, index) => slot(`s${index}`, null, index < 9 ? 1 : 2));
    const sheets = packSheets(source({ slots }), 'a4').sheets.filter(({ kind }) => kind === 'timetable');
    expect(sheets).toMatchObject([{ halves: [1] }, { halves: [2], goesOn: true }]);
  });
});
