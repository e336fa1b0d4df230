import type { House } from './actors.ts';
import type { Client } from './furnish.ts';

type Over = { key?: string; days?: object[]; training?: object };

/** A day of the cohort as plan_training and save_training_days take it. */
export const dayOn = (day: number, held_on: string) => ({
  day,
  held_on,
  audience: 'cohort',
  morning_starts: '09:30',
  afternoon_starts: '13:15'
});

/** Plans a training without sessions, of one day where no others are given; gives the answer. */
export const planOneDay = (client: Client, house: House, curriculum: string, over: Over = {}) =>
  client.rpc('plan_training', {
    p_organisation: house.organisation,
    p_key: over.key ?? crypto.randomUUID(),
    p_curriculum: curriculum,
    p_training: {
      title: 'Autumn',
      time_zone: 'UTC',
      places: 20,
      open_places: 60,
      days_needed: 1,
      make_ups_count: true,
      most_missed: 30,
      ...over.training
    },
    p_days: (over.days ?? [dayOn(1, '2027-09-01')]) as never,
    p_sessions: []
  });
