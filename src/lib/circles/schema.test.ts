import { describe, expect, it } from 'vitest';
import { totalMinutes } from '../agenda/total.ts';
import { changeOfPlan, heldDays, plannedAgenda, plannedWord, startingNow } from './plan.ts';
import { changeCircleSchema, groupsSchema, planCircleSchema, questionSchema } from './schema.ts';
import { templates } from './template.ts';

const form = (change: Record<string, string> = {}) => ({
  template: 'staff_45',
  title: ' After the holidays ',
  date: '2024-11-25',
  time: '10:00',
  timeZone: 'America/Vancouver',
  minutes: '40',
  key: '7a4e3d52-0d0c-4f0a-9d51-2f6f0a1b2c01',
  ...change
});
const problem = (change: Record<string, string>) =>
  planCircleSchema()
    .safeParse(form(change))
    .error?.issues.map((issue) => issue.path.join('.'));

describe('planning a circle', () => {
  it('gives the start as an instant', () => {
    expect(planCircleSchema().parse(form())).toEqual({
      template: { key: 'staff_45', ...templates.staff_45 },
      title: 'After the holidays',
      timeZone: 'America/Vancouver',
      minutes: 40,
      startsAt: '2024-11-25T18:00:00.000Z',
      key: form().key
    });
  });

  it("takes the template's title and minutes when they are left empty", () => {
    const planned = planCircleSchema().parse(form({ template: 'peer_support', title: ' ', minutes: '' }));
    expect([planned.title, planned.minutes]).toEqual(['Peer support', 60]);
  });

  it('says which field is wrong', () => {
    expect(problem({ template: 'party' })).toEqual(['template']);
    expect(problem({ title: 'x'.repeat(121) })).toEqual(['title']);
    expect(problem({ date: '2024-02-31' })).toEqual(['date']);
    expect(problem({ time: '24:00' })).toEqual(['time']);
    expect(problem({ timeZone: 'Here' })).toEqual(['timeZone']);
    expect(problem({ minutes: '14' })).toEqual(['minutes']);
    expect(problem({ minutes: 'an hour' })).toEqual(['minutes']);
  });

  it('makes the agenda as long as the circle, and says so', () => {
    for (const minutes of [50, 60, 90])
      expect(totalMinutes(plannedAgenda(templates.staff_60, minutes).items)).toBe(minutes);
    expect(changeOfPlan(templates.staff_60, 60)).toBe('');
    expect(changeOfPlan(templates.staff_60, 50)).toBe(
      'This kind of circle takes 60 minutes. For 50, its parts are shortened, the less firm ones first.'
    );
    expect(changeOfPlan(templates.staff_60, 90)).toBe(
      'This kind of circle takes 60 minutes. For 90, topics, rounds and breaks get the time that is left.'
    );
    expect(plannedWord('longer')).toContain('longer');
    expect([plannedWord(null), plannedWord(''), plannedWord('none'), plannedWord('constructor')]).toEqual([
      '',
      '',
      '',
      ''
    ]);
  });

  it('starts now when people sit there already, whatever day and time say', () => {
    const now = Date.parse('2026-11-22T20:57:31Z');
    const fields = startingNow(form({ now: 'on' }), now);
    expect(planCircleSchema().parse(fields).startsAt).toBe('2026-11-22T20:57:00.000Z');
    expect(startingNow(form(), now)).toEqual(form());
    expect(startingNow(form({ now: 'on', timeZone: 'Here' }), now)).toMatchObject({ time: '10:00' });
  });
});

describe('questions and groups', () => {
  it('keep their limits', () => {
    expect(questionSchema.safeParse({ prompt: 'x'.repeat(500), tableTitle: '' }).success).toBe(true);
    expect(questionSchema.safeParse({ prompt: 'x'.repeat(501), tableTitle: '' }).success).toBe(false);
    expect(questionSchema.safeParse({ prompt: '  ', tableTitle: '' }).success).toBe(false);
    expect(questionSchema.safeParse({ prompt: 'Why?', tableTitle: 'x'.repeat(121) }).success).toBe(false);
    expect(groupsSchema.safeParse([{ name: 'x'.repeat(81) }]).success).toBe(false);
  });

  it('have no two groups of one name', () => {
    expect(groupsSchema.safeParse([{ name: 'Table 1' }, { name: 'Table 2' }]).success).toBe(true);
    expect(groupsSchema.safeParse([{ name: 'Table 1' }, { name: ' Table 1' }]).success).toBe(false);
  });
});

describe('days a circle was held on', () => {
  it('run from opening to closing, at most a week', () => {
    expect(heldDays('2026-11-24', '2026-11-24')).toEqual(['2026-11-24']);
    expect(heldDays('2026-11-30', '2026-12-01')).toEqual(['2026-11-30', '2026-12-01']);
    expect(heldDays('2026-01-01', '2026-12-01')).toHaveLength(7);
    expect(heldDays('2026-01-02', '2026-01-01')).toEqual(['2026-01-02']);
  });
});

describe('changing a circle', () => {
  const typed = { title: 'Autumn circle', date: '2024-11-25', time: '10:00', timeZone: 'Europe/London', minutes: '50' };
  const wrong = (change: Record<string, string>) =>
    changeCircleSchema.safeParse({ ...typed, ...change }).error?.issues.map((issue) => issue.path.join('.'));

  it('gives the new start as an instant', () => {
    expect(changeCircleSchema.parse(typed)).toEqual({
      title: 'Autumn circle',
      timeZone: 'Europe/London',
      minutes: 50,
      startsAt: '2024-11-25T10:00:00.000Z'
    });
  });

  it('wants a name, a day of the calendar and minutes', () => {
    expect(wrong({ title: ' ' })).toEqual(['title']);
    expect(wrong({ date: '2024-02-31', minutes: '' })).toEqual(['date', 'minutes']);
  });
});
