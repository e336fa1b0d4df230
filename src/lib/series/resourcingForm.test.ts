import { describe, expect, it } from 'vitest';
import { readResourcing, soundSheet } from './resourcingForm.ts';

const fields = {
  currency: '£',
  basis: 'post',
  rate: '',
  postPay: '37,500',
  postHours: '35',
  weeks: '52',
  groups: '2',
  places: '20'
};
function sent(more: Record<string, string> = {}): FormData {
  const form = new FormData();
  const all = {
    ...fields,
    'duty-0': 'Facilitating',
    'hours-0': '62.5',
    'duty-1': '',
    'hours-1': '',
    'duty-2': 'Records',
    'hours-2': '7.50',
    ...more
  };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return form;
}

describe('the resourcing form', () => {
  it('is read with empty rows left out', () => {
    expect(readResourcing(sent())).toEqual({
      sheet: {
        duties: [
          { duty: 'Facilitating', hours: 6250 },
          { duty: 'Records', hours: 750 }
        ],
        basis: 'post',
        rate: 0,
        postPay: 3_750_000,
        postHours: 3500,
        weeks: 52,
        groups: 2,
        places: 20,
        currency: '£'
      },
      errors: {}
    });
  });

  it('says what is wrong by field, and asks only for the pay that was chosen', () => {
    expect(
      Object.keys(readResourcing(sent({ 'duty-2': '', weeks: '54', groups: '0', 'hours-0': 'many' })).errors)
    ).toEqual(['hours-0', 'duty-2', 'weeks', 'groups']);
    expect(Object.keys(readResourcing(sent({ basis: 'hour', postPay: '' })).errors)).toEqual(['rate']);
  });

  it('takes pay with its sign, and refuses what is only about a number', () => {
    expect(readResourcing(sent({ postPay: '£37,500' })).sheet.postPay).toBe(3_750_000);
    const { errors } = readResourcing(sent({ postPay: '€37,500', places: 'about 20', postHours: '1.000' }));
    expect(errors).toEqual({
      postPay: 'This amount is in another currency than the sheet. Give both the same sign.',
      postHours: 'This can be read as two different numbers. Write it without a sign between the thousands.',
      places: 'Write only a whole number from 1 to 1000, such as 20.'
    });
  });

  it('has sums while all of it can be read, else those last saved, or none', () => {
    const [good, bad] = [readResourcing(sent()), readResourcing(sent({ postPay: 'a lot' }))];
    expect(soundSheet(good, null)).toEqual(good.sheet);
    expect(soundSheet(bad, good.sheet)).toEqual(good.sheet);
    expect(soundSheet(bad, null)).toBeNull();
  });
});
