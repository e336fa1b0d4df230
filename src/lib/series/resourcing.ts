import { splitExactly, type Hundredths } from './money.ts';

/** More rows than fit one printed page; also bounds what one form carries. */
export const maxDuties = 20;
export const maxDutyName = 120;

export interface Duty {
  duty: string;
  /** Hours a week, in hundredths. */
  hours: number;
}

/** What a series takes, as a lead writes it down. */
export interface ResourcingSheet {
  duties: Duty[];
  /** Paid by the hour, or a sum a year for each full post. */
  basis: 'hour' | 'post';
  /** Money an hour, in hundredths of a penny: 20.6044 is 206044. */
  rate: number;
  /** Money a post and year, in pence or cents. */
  postPay: Hundredths;
  /** Hours a week of a full post, in hundredths. */
  postHours: number;
  /** Weeks a year that are paid. */
  weeks: number;
  groups: number;
  /** Places in all groups together. */
  places: number;
  /** A sign that stands before the amount. */
  currency: string;
}

export interface Resourcing {
  /** Hours a week, in hundredths. */
  hours: number;
  /** Full posts, rounded to hundredths. */
  posts: number;
  /** Hundredths of the currency, whole. */
  year: Hundredths;
  week: Hundredths;
  perGroup: Hundredths;
  perPlace: Hundredths;
  /** What an hour costs then, rounded to hundredths of a penny. */
  perHour: number;
  duties: { duty: string; hours: number; year: Hundredths }[];
}

/**
 * The sums. The year is worked out first and rounded once to whole pence; week, group and place are parts of that year, each
 * rounded to whole pence by itself; the duties share the year so that their amounts add up to it exactly.
 * By the hour, a year is hours × weeks × rate. By the post, it is posts × pay, whatever the weeks: pay runs all year.
 */
export function resource(sheet: ResourcingSheet): Resourcing {
  const hours = sheet.duties.reduce((sum, duty) => sum + duty.hours, 0);
  const year =
    sheet.basis === 'hour'
      ? Math.round((hours * sheet.weeks * sheet.rate) / 10_000)
      : Math.round((hours * sheet.postPay) / sheet.postHours);
  const shares = splitExactly(
    year,
    sheet.duties.map((duty) => duty.hours)
  );
  return {
    hours,
    posts: Math.round((100 * hours) / sheet.postHours),
    year,
    week: Math.round(year / sheet.weeks),
    perGroup: Math.round(year / sheet.groups),
    perPlace: Math.round(year / sheet.places),
    perHour: hours === 0 ? 0 : Math.round((year * 10_000) / (hours * sheet.weeks)),
    duties: sheet.duties.map((duty, index) => ({ ...duty, year: shares[index] ?? 0 }))
  };
}
