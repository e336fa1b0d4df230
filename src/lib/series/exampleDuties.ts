import * as m from '../paraglide/messages.js';
import type { Duty, ResourcingSheet } from './resourcing.ts';

/**
 * An example to begin from: two groups of two hours a week, each with two facilitators, and what happens around them.
 * 70 hours in all, which is two posts of 35.
 */
const example: [() => string, number][] = [
  [m.series_duty_facilitating, 8],
  [m.series_duty_preparing, 6],
  [m.series_duty_debrief, 4],
  [m.series_duty_follow_up, 14],
  [m.series_duty_waiting, 10],
  [m.series_duty_partners, 8],
  [m.series_duty_supervision, 7],
  [m.series_duty_records, 8],
  [m.series_duty_learning, 5]
];

export const exampleDuties: Duty[] = example.map(([name, hours]) => ({ duty: name(), hours: hours * 100 }));

/** The whole sheet of that example: two posts at 37,500 a year are 75,000 for two groups and about twenty places. */
export const exampleSheet: ResourcingSheet = {
  duties: exampleDuties,
  basis: 'post',
  rate: 0,
  postPay: 3_750_000,
  postHours: 3500,
  weeks: 52,
  groups: 2,
  places: 20,
  currency: '£'
};
