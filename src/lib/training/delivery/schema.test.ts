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
  contact: ' 020 7946 0000 ',
  timeZone: 'Europe/London',
  trainers: 'Tara  Trainer\r\n\n Theo ',
  places: '20',
  openPlaces: '',
  daysNeeded: '',
  mostMissed: '30',
  makeUpsCount: 'on'
};
/** Two months before the training. */
const now = Date.parse('2026-01-30T12:00:00Z');
const plan = planSchema(now);
const errorsOf = (given: object) => {
  const parsed = plan.safeParse({ ...typed, ...given });
  return parsed.success ? {} : Object.keys(fieldErrors(parsed.error));
};

describe('the form that plans a training', () => {
  it('reads dates, names and the rule; empty means all days, and no places on the open day', () => {
    expect(plan.parse(typed)).toMatchObject({
      title: 'Facilitators',
      dates: ['2026-03-30', '2026-03-31'],
      trainers: ['Tara Trainer', 'Theo'],
      contact: '020 7946 0000',
      places: 20,
      openPlaces: 0,
      daysNeeded: 2,
      makeUpsCount: true,
      mostMissed: 30
    });
  });

  it('takes an unticked box as no', () => {
    expect(plan.parse({ ...typed, makeUpsCount: undefined }).makeUpsCount).toBe(false);
  });

  it('names the day whose date is missing, no date, or out of order', () => {
    expect(errorsOf({ date1: '', date2: '' })).toEqual(['date1']);
    expect(errorsOf({ date2: '', date3: '2026-04-01' })).toContain('date2');
    expect(errorsOf({ date2: '31 March' })).toContain('date2');
    expect(errorsOf({ date2: '2026-03-30' })).toEqual(['date2']);
  });

  it('asks about days that are over, in the zone of the training, and takes them from who means it', () => {
    const past = { date1: '2026-01-29', date2: '2026-01-30', date3: '2026-03-30' };
    expect(fieldErrors(plan.safeParse({ ...typed, ...past }).error!)).toEqual({
      past: 'Day 1 is in the past. If you mean that, tick the box.'
    });
    // On Kiritimati it is the 31st by then.
    expect(fieldErrors(plan.safeParse({ ...typed, ...past, timeZone: 'Pacific/Kiritimati' }).error!)).toEqual({
      past: 'Days 1 and 2 are in the past. If you mean that, tick the box.'
    });
    expect(plan.parse({ ...typed, ...past, past: 'on' }).dates).toEqual(Object.values(past));
  });

  it('takes a contact of one line', () => {
    expect(errorsOf({ contact: 'Ring us\n020 7946 0000' })).toEqual(['contact']);
    expect(errorsOf({ contact: 'x'.repeat(201) })).toEqual(['contact']);
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
