import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../ui/form/failure.ts';
import { daysSchema, deleteSchema, planSchema } from './schema.ts';
import { dayRows } from './formValues.ts';

const id = '00000000-0000-4000-8000-000000000001';
const typed = {
  title: ' Facilitators ',
  organisation: id,
  curriculum: 'circlewell',
  key: id,
  date1: '2026-03-30',
  date2: '2026-03-31',
  date3: '',
  morning: '09:30',
  afternoon: '13:15',
  venue: '',
  link: '',
  timeZone: 'Europe/London',
  trainers: 'Tara  Trainer\r\n\n Theo ',
  places: '20',
  openPlaces: '',
  daysNeeded: '',
  mostMissed: '30',
  makeUpsCount: 'on'
};
const errorsOf = (given: object) => {
  const parsed = planSchema.safeParse({ ...typed, ...given });
  return parsed.success ? {} : Object.keys(fieldErrors(parsed.error));
};

describe('the form that plans a training', () => {
  it('reads dates, names and the rule; empty means all days, and no places on the open day', () => {
    expect(planSchema.parse(typed)).toMatchObject({
      title: 'Facilitators',
      dates: ['2026-03-30', '2026-03-31'],
      trainers: ['Tara Trainer', 'Theo'],
      places: 20,
      openPlaces: 0,
      daysNeeded: 2,
      makeUpsCount: true,
      mostMissed: 30
    });
  });

  it('takes an unticked box as no', () => {
    expect(planSchema.parse({ ...typed, makeUpsCount: undefined }).makeUpsCount).toBe(false);
  });

  it('names the day whose date is missing, no date, or out of order', () => {
    expect(errorsOf({ date1: '', date2: '' })).toEqual(['date1']);
    expect(errorsOf({ date2: '', date3: '2026-04-01' })).toContain('date2');
    expect(errorsOf({ date2: '31 March' })).toContain('date2');
    expect(errorsOf({ date2: '2026-03-30' })).toEqual(['date2']);
  });

  it('refuses more days needed than there are, and an afternoon before the morning', () => {
    expect(errorsOf({ daysNeeded: '3' })).toEqual(['daysNeeded']);
    expect(errorsOf({ afternoon: '09:00' })).toEqual(['afternoon']);
  });

  it('refuses a link that would run, a zone that is none, and an unknown curriculum', () => {
    expect(errorsOf({ link: 'javascript:alert(1)' })).toEqual(['link']);
    expect(errorsOf({ timeZone: 'Europe/Nowhere' })).toEqual(['timeZone']);
    expect(errorsOf({ curriculum: 'theirs' })).toEqual(['curriculum']);
  });
});

describe('the form of the days', () => {
  it('reads a row a day and names the field that is wrong', () => {
    const form = new FormData();
    const row = {
      day: '1',
      heldOn: '2026-03-30',
      title: '',
      audience: 'open',
      morningStarts: '09:30',
      afternoonStarts: '13:15'
    };
    for (const [field, value] of Object.entries(row)) form.set(`days.0.${field}`, value);
    for (const [field, value] of Object.entries({ ...row, day: '2', heldOn: '' })) form.set(`days.1.${field}`, value);
    expect(dayRows(form)).toHaveLength(2);
    const parsed = daysSchema.safeParse({ days: dayRows(form) });
    expect(fieldErrors(parsed.error!)).toEqual({ 'days.1.heldOn': 'Give a date for this day.' });
  });
});

describe('deleting', () => {
  it('wants the title as it is, whatever its capitals', () => {
    expect(deleteSchema('Facilitators, spring').safeParse({ title: ' facilitators, Spring ' }).success).toBe(true);
    expect(deleteSchema('Facilitators, spring').safeParse({ title: 'Facilitators' }).success).toBe(false);
  });
});
