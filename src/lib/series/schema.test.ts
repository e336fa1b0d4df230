import { describe, expect, it } from 'vitest';
import { addPlaceSchema, leavingSchema, sheetSchema, startSeriesSchema } from './schema.ts';
import { exampleSheet } from './exampleDuties.ts';
import { fieldErrors } from '../ui/form/failure.ts';

const typed = {
  template: 'peer_support',
  title: '',
  date: '2035-03-15',
  time: '10:00',
  timeZone: 'Europe/London',
  minutes: '',
  everyWeeks: '1',
  length: '36',
  places: '8',
  intakeWeeks: '6',
  gate: '24',
  key: '6f1c1c9e-0000-4000-8000-000000000001'
};
const wrongFields = (change: Record<string, string>) => {
  const { error } = startSeriesSchema.safeParse({ ...typed, ...change });
  return error ? Object.keys(fieldErrors(error)) : [];
};

describe('the form that starts a series', () => {
  it('gives every meeting its instant, and the template’s name and minutes where none were typed', () => {
    const series = startSeriesSchema.parse(typed);
    expect(series).toMatchObject({ title: 'Peer support', minutes: 60, places: 8, intakeWeeks: 6, gate: 24 });
    expect(series.meetings).toHaveLength(36);
    expect(series.meetings[2]?.startsAt).toBe('2035-03-29T09:00:00.000Z');
  });

  it('takes empty places, intake and gate for a circle of the whole team', () => {
    const series = startSeriesSchema.parse({ ...typed, places: '', intakeWeeks: '', gate: '' });
    expect(series).toMatchObject({ places: null, intakeWeeks: null, gate: null });
  });

  it.each([
    [{ date: '2035-02-30' }, 'date'],
    [{ time: '25:00' }, 'time'],
    [{ timeZone: 'Nowhere' }, 'timeZone'],
    [{ length: '105' }, 'length'],
    [{ length: '' }, 'length'],
    [{ everyWeeks: '14' }, 'everyWeeks'],
    [{ gate: '37' }, 'gate'],
    [{ places: '' }, 'places'],
    [{ places: '0' }, 'places'],
    [{ template: 'dinner' }, 'template']
  ])('refuses %o', (change, field) => expect(wrongFields(change)).toEqual([field]));
});

describe('the forms of places', () => {
  it('need a member or a name, and a day of the calendar', () => {
    expect(addPlaceSchema.safeParse({ person: '', names: ' \r\n ' }).success).toBe(false);
    expect(addPlaceSchema.parse({ person: '', names: ' Ada ' })).toEqual({ person: '', names: ['Ada'] });
    expect(leavingSchema.safeParse({ place: typed.key, on: '2027-02-30' }).success).toBe(false);
  });
});

describe('several people at once', () => {
  const read = (names: string) => addPlaceSchema.safeParse({ person: '', names });

  it('are one name a line, in their order, empty lines left out', () => {
    expect(read('Ada  Lovelace\r\n\r\n Ben\nCleo\n').data?.names).toEqual(['Ada Lovelace', 'Ben', 'Cleo']);
  });

  it('are twenty at most, and no name is longer than a name', () => {
    expect(read('Ada\n'.repeat(20)).success).toBe(true);
    expect(read('Ada\n'.repeat(21)).success).toBe(false);
    expect(read(`Ada\n${'x'.repeat(121)}`).success).toBe(false);
  });
});

describe('a stored resourcing sheet', () => {
  it('is read back whole, and nothing else is taken for one', () => {
    expect(sheetSchema.parse(JSON.parse(JSON.stringify(exampleSheet)))).toEqual(exampleSheet);
    expect(sheetSchema.safeParse({ ...exampleSheet, weeks: 0 }).success).toBe(false);
    expect(sheetSchema.safeParse({}).success).toBe(false);
  });
});
