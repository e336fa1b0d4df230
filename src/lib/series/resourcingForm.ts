import * as m from '../paraglide/messages.js';
import { maxDuties, maxDutyName, type Duty, type ResourcingSheet } from './resourcing.ts';
import { readMoney, readNumber, type TypedNumber } from './typedNumber.ts';

/**
 * Reads the resourcing form without a schema library: the same few lines run in the browser at every key, to show the sums
 * while somebody types.
 */
export interface ReadSheet {
  /** What could be read. Its sums are worth nothing while there are errors: see `soundSheet`. */
  sheet: ResourcingSheet;
  /** A sentence by field name. */
  errors: Record<string, string>;
}

const typed = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The number within its limits, or the sentence to say instead. */
function within(read: TypedNumber, min: number, max: number, sentence: () => string): number | string {
  if ('units' in read) return read.units >= min && read.units <= max ? read.units : sentence();
  if (read.trouble === 'unclear') return m.series_error_unclear();
  return read.trouble === 'other currency' ? m.series_error_other_currency() : sentence();
}

function dutiesIn(form: FormData, errors: Record<string, string>): Duty[] {
  const duties: Duty[] = [];
  for (let row = 0; form.has(`duty-${row}`) && row < maxDuties; row++) {
    const duty = typed(form, `duty-${row}`);
    const hours = typed(form, `hours-${row}`);
    if (duty === '' && hours === '') continue;
    const read = hours === '' ? 0 : within(readNumber(hours, 2), 0, 50_000, m.series_error_hours);
    if (duty === '') errors[`duty-${row}`] = m.series_error_duty();
    else if (duty.length > maxDutyName) errors[`duty-${row}`] = m.series_error_duty_long({ max: maxDutyName });
    if (typeof read === 'string') errors[`hours-${row}`] = read;
    duties.push({ duty: duty.slice(0, maxDutyName), hours: typeof read === 'string' ? 0 : read });
  }
  return duties;
}

export function readResourcing(form: FormData): ReadSheet {
  const errors: Record<string, string> = {};
  const duties = dutiesIn(form, errors);
  const kept = (name: string, min: number, read: number | string) => {
    if (typeof read === 'number') return read;
    errors[name] = read;
    return Math.max(min, 1);
  };
  const number = (name: string, places: number, min: number, max: number, sentence: () => string) =>
    kept(name, min, within(readNumber(typed(form, name), places), min, max, sentence));
  const count = (name: string, max: number) => number(name, 0, 1, max, () => m.series_error_count({ max }));
  const basis = typed(form, 'basis') === 'hour' ? 'hour' : 'post';
  const currency = typed(form, 'currency');
  // Of the two ways to pay only the chosen one has to be filled in.
  const money = (name: string, places: number, max: number, chosen: boolean) =>
    !chosen && typed(form, name) === ''
      ? 0
      : kept(name, 0, within(readMoney(typed(form, name), places, currency), 0, max, m.series_error_money));
  if (currency.length > 4) errors.currency = m.series_error_currency();
  return {
    sheet: {
      duties,
      basis,
      rate: money('rate', 4, 10_000_000, basis === 'hour'),
      postPay: money('postPay', 2, 100_000_000, basis === 'post'),
      postHours: number('postHours', 2, 100, 8000, m.series_error_post_hours),
      weeks: number('weeks', 0, 1, 53, m.series_error_weeks),
      groups: count('groups', 100),
      places: count('places', 1000),
      currency: currency.slice(0, 4)
    },
    errors
  };
}

/** The sheet whose sums may be shown: what is typed while all of it can be read, else what was last saved; null without. */
export function soundSheet(typed: ReadSheet, saved: ResourcingSheet | null): ResourcingSheet | null {
  return Object.keys(typed.errors).length === 0 ? typed.sheet : saved;
}

/** The fields of the form for a sheet, as text. */
export function sheetFields(sheet: ResourcingSheet): Record<string, string> {
  const decimal = (units: number, places: number) => (units === 0 ? '' : String(units / 10 ** places));
  const duties = sheet.duties.flatMap(({ duty, hours }, row): [string, string][] => [
    [`duty-${row}`, duty],
    [`hours-${row}`, String(hours / 100)]
  ]);
  return {
    ...Object.fromEntries(duties),
    basis: sheet.basis,
    rate: decimal(sheet.rate, 4),
    postPay: decimal(sheet.postPay, 2),
    postHours: decimal(sheet.postHours, 2),
    weeks: String(sheet.weeks),
    groups: String(sheet.groups),
    places: String(sheet.places),
    currency: sheet.currency
  };
}

/** How many rows of duties a form sent, empty ones included. */
export function rowsIn(form: FormData): number {
  let rows = 0;
  while (form.has(`duty-${rows}`)) rows++;
  return Math.min(rows, maxDuties);
}

/** A sheet to begin from: a post of 35 hours, all year. */
export function newSheet(places: number | null): ResourcingSheet {
  return {
    duties: [],
    basis: 'post',
    rate: 0,
    postPay: 0,
    postHours: 3500,
    weeks: 52,
    groups: 1,
    places: places ?? 8,
    currency: '£'
  };
}

/** As `readResourcing`, from fields that came back from the server. */
export function readFields(values: Record<string, string>): ReadSheet {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return readResourcing(form);
}
