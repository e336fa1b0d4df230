import { z } from 'zod';
import { isTimeZone, wallClock } from '../../agenda/clock.ts';
import * as m from '../../paraglide/messages.js';
import { audiences } from '../curriculum/schema.ts';
import { minutesWishes } from './copy.ts';
import { outOfOrder, pastDays } from './dates.ts';
import { presetMostMissed } from './rule.ts';
import { mostDays } from './training.ts';

/** A whole number as typed, within limits; `empty` is what an empty field means. */
const whole = (min: number, max: number, sentence: () => string, empty: number | null = null) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, { error: sentence })
    .transform((typed) => (typed === '' ? empty : Number(typed)))
    .refine((number) => number === null || (number >= min && number <= max), { error: sentence });

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.training_delivery_error_time() });
const date = z.iso.date({ error: () => m.training_delivery_error_date() });
/** A ticked box comes as "on", an empty one not at all. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'on');

export const mostTrainers = 12;
const names = z
  .string()
  .transform((typed) => typed.split(/\r\n|\n|\r/u).map((name) => name.trim().replace(/\s+/gu, ' ')))
  .transform((lines) => lines.filter((name) => name !== ''))
  .refine((lines) => lines.length <= mostTrainers && lines.every((name) => name.length <= 90), {
    error: () => m.training_delivery_error_trainers({ max: mostTrainers })
  });

const details = {
  title: z
    .string()
    .trim()
    .min(1, { error: () => m.training_delivery_error_title({ max: 120 }) })
    .max(120, { error: () => m.training_delivery_error_title({ max: 120 }) }),
  venue: z
    .string()
    .trim()
    .max(300, { error: () => m.training_delivery_error_venue({ max: 300 }) }),
  link: z
    .string()
    .trim()
    .max(500, { error: () => m.training_delivery_error_link() })
    .refine((typed) => typed === '' || /^https?:\/\/\S+$/.test(typed), {
      error: () => m.training_delivery_error_link()
    }),
  contact: z
    .string()
    .trim()
    .max(200, { error: () => m.training_delivery_error_contact({ max: 200 }) })
    .regex(/^[^\n\r]*$/, { error: () => m.training_delivery_error_contact({ max: 200 }) }),
  timeZone: z
    .string()
    .trim()
    .refine(isTimeZone, { error: () => m.training_delivery_error_zone() }),
  trainers: names,
  places: whole(1, 500, () => m.training_delivery_error_places(), 20).transform((number) => number ?? 20),
  openPlaces: whole(0, 2000, () => m.training_delivery_error_open_places(), 0).transform((number) => number ?? 0),
  daysNeeded: whole(1, mostDays, () => m.training_delivery_error_days_needed()),
  makeUpsCount: ticked,
  mostMissed: whole(0, 240, () => m.training_delivery_error_missed(), presetMostMissed).transform(
    (number) => number ?? presetMostMissed
  )
};

export const dayNames = Array.from({ length: mostDays }, (_, at) => `date${at + 1}`);

/** Dates of a form's fields `date1` to `date8`, empty ones at the end left out; a sentence by field where they don't do. */
const dated = Object.fromEntries(dayNames.map((name) => [name, z.string().trim().optional()]));

function datesIn(given: Record<string, unknown>, wrong: (field: string, message: string) => void): string[] {
  const typed = dayNames.map((name) => String(given[name] ?? ''));
  const dates = typed.slice(0, typed.findLastIndex((value) => value !== '') + 1);
  if (dates.length === 0) wrong('date1', m.training_delivery_error_day_date({ day: 1 }));
  dates.forEach((value, at) => {
    if (!date.safeParse(value).success) wrong(dayNames[at]!, m.training_delivery_error_day_date({ day: at + 1 }));
  });
  const late = outOfOrder(dates.map((heldOn, at) => ({ day: at + 1, heldOn })));
  if (late !== null) wrong(dayNames[late - 1]!, m.training_delivery_error_order({ day: late }));
  return dates;
}

/**
 * What the forms that plan a training check alike, once its days are known. A training of the past may be brought in by
 * who says so: a wrong year is typed more often.
 */
function wholePlan<
  T extends { daysNeeded: number | null; morning: string; afternoon: string; timeZone: string; past: boolean }
>(given: T & Record<string, unknown>, context: z.RefinementCtx, now: number) {
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const dates = datesIn(given, wrong);
  if (given.daysNeeded !== null && given.daysNeeded > dates.length)
    wrong('daysNeeded', m.training_delivery_error_days_over({ count: dates.length }));
  const past = pastDays(dates, wallClock(now, given.timeZone).date);
  if (past.length > 0 && !given.past) wrong('past', pastSentence(past));
  if (given.afternoon <= given.morning) wrong('afternoon', m.training_delivery_error_afternoon());
  return { dates, daysNeeded: given.daysNeeded ?? dates.length };
}

/** Which of the days lie in the past, as one sentence. @param past numbers of days, at least one */
const pastSentence = (past: readonly number[]): string =>
  past.length === 1
    ? m.training_delivery_past_day({ day: past[0]! })
    : m.training_delivery_past_days({ first: past.slice(0, -1).join(', '), last: past.at(-1)! });

/** The form that plans a training. Empty "days needed" means all. @param now milliseconds since 1970 */
export const planSchema = (now: number) =>
  z
    .object({
      ...details,
      ...dated,
      organisation: z.uuid(),
      curriculum: z.literal('circlewell').or(z.uuid({ error: () => m.training_delivery_error_curriculum() })),
      morning: clock,
      afternoon: clock,
      /** Dates that are over are meant so. */
      past: ticked,
      /** The form's own key, so that the same form sent twice plans one training. */
      key: z.uuid()
    })
    .transform((given, context) => ({ ...given, ...wholePlan(given, context, now) }));

/** The form that plans the next training from one: as above, and what becomes of the timetable. */
export const copySchema = (now: number) =>
  z
    .object({
      ...details,
      ...dated,
      curriculum: z.literal('circlewell').or(z.uuid({ error: () => m.training_delivery_error_curriculum() })),
      timetable: z.enum([...minutesWishes, 'fresh'], { error: () => m.training_delivery_error_timetable() }),
      morning: clock,
      afternoon: clock,
      /** Dates that are over are meant so. */
      past: ticked,
      key: z.uuid()
    })
    .transform((given, context) => ({ ...given, ...wholePlan(given, context, now) }));

/** What is changed of a training but its days. `sure`: the rule may change though certificates were given. */
export const detailsSchema = z.object({ ...details, sure: ticked });

const oneDay = z.object({
  day: z.coerce.number().int().min(1).max(mostDays),
  heldOn: date,
  title: z.string().trim().max(120),
  audience: z.enum(audiences),
  morningStarts: clock,
  afternoonStarts: clock
});

/** A row a day, and what becomes of the days after one whose date changes. */
export const daysSchema = z.object({ days: z.array(oneDay).min(1).max(mostDays), together: ticked });

export const addDaySchema = z.object({ date, needed: ticked });
export const learnedSchema = z.object({
  learned: z
    .string()
    .trim()
    .max(5000, { error: () => m.training_delivery_error_learned({ max: 5000 }) })
});
export const signUpSchema = z.object({ open: z.enum(['true', 'false']).transform((value) => value === 'true') });

export type PlannedTraining = z.infer<ReturnType<typeof planSchema>>;
export type CopiedTraining = z.infer<ReturnType<typeof copySchema>>;
export type ChangedDetails = z.infer<typeof detailsSchema>;
export type DayRow = z.infer<typeof oneDay>;

/** A form of one button. */
export const noFields = z.object({});

/** The title typed again, by whoever means it. */
export const deleteSchema = (title: string) =>
  z.object({ title: z.string().refine((typed) => typed.trim().toLowerCase() === title.trim().toLowerCase()) });
