import { z } from 'zod';
import { isTimeZone } from '../agenda/clock.ts';
import { templateKeys, templates } from '../circles/template.ts';
import * as m from '../paraglide/messages.js';
import { maxEveryWeeks, maxLength, meetingsOf } from './recurrence.ts';
import { maxDuties, maxDutyName } from './resourcing.ts';

/** A whole number as typed, within limits; empty means null. */
const whole = (min: number, max: number, sentence: () => string) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, { error: sentence })
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((number) => number === null || (number >= min && number <= max), { error: sentence });

const day = z.iso.date({ error: () => m.series_error_day() });

/** The form that starts a series. Empty title and minutes mean the template's own; empty places mean the whole team. */
export const startSeriesSchema = z
  .object({
    template: z.enum(templateKeys, { error: () => m.series_error_template() }),
    title: z
      .string()
      .trim()
      .max(120, { error: () => m.series_error_title({ max: 120 }) }),
    date: day,
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.series_error_time() }),
    timeZone: z
      .string()
      .trim()
      .refine(isTimeZone, { error: () => m.series_error_zone() }),
    minutes: whole(15, 1440, m.series_error_minutes),
    everyWeeks: whole(1, maxEveryWeeks, () => m.series_error_every({ max: maxEveryWeeks })),
    length: whole(1, maxLength, () => m.series_error_length({ max: maxLength })),
    places: whole(1, 500, m.series_error_places),
    intakeWeeks: whole(1, 52, m.series_error_intake),
    gate: whole(1, maxLength, m.series_error_gate),
    /** The form's own key, so that the same form sent twice starts one series. */
    key: z.uuid()
  })
  .transform(({ date, time, ...given }, context) => {
    const { everyWeeks, length, places, intakeWeeks, gate } = given;
    const wrong = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
      return z.NEVER;
    };
    if (everyWeeks === null) return wrong('everyWeeks', m.series_error_every({ max: maxEveryWeeks }));
    if (length === null) return wrong('length', m.series_error_length({ max: maxLength }));
    if (gate !== null && gate > length) return wrong('gate', m.series_error_gate_over({ length }));
    if (intakeWeeks !== null && places === null) return wrong('places', m.series_error_intake_places());
    const recurrence = { firstOn: date, startsAt: time, timeZone: given.timeZone, everyWeeks, length };
    const meetings = meetingsOf(recurrence);
    if (meetings === null) return wrong('date', m.series_error_day());
    const template = templates[given.template];
    return {
      ...given,
      ...recurrence,
      meetings,
      title: given.title || template.title,
      minutes: given.minutes ?? template.minutes
    };
  });

export type StartedSeries = z.infer<typeof startSeriesSchema>;

/** Names that can be added at once; more are typed after saving. */
export const mostNames = 20;

/** People for the waiting list: a member, names (one a line), or both. Gives the names as a list. */
export const addPlaceSchema = z
  .object({
    person: z.uuid().or(z.literal('')),
    names: z
      .string()
      .transform((typed) => typed.split(/\r\n|\n|\r/u).map((name) => name.trim().replace(/\s+/gu, ' ')))
      .transform((names) => names.filter((name) => name !== ''))
      .refine((names) => names.length <= mostNames, { error: () => m.series_error_many_names({ max: mostNames }) })
      .refine((names) => names.every((name) => name.length <= 120), {
        error: () => m.series_error_name({ max: 120 })
      })
  })
  .refine(({ person, names }) => person !== '' || names.length > 0, {
    path: ['names'],
    error: () => m.series_error_who()
  });

export const admitSchema = z.object({ on: day });
export const placeSchema = z.object({ place: z.uuid() });
export const leavingSchema = z.object({ place: z.uuid(), on: day });

const amount = (min: number, max: number) => z.number().int().min(min).max(max);

/** A resourcing sheet as it is stored; limits as in the form. */
export const sheetSchema = z.object({
  duties: z.array(z.object({ duty: z.string().max(maxDutyName), hours: amount(0, 50_000) })).max(maxDuties),
  basis: z.enum(['hour', 'post']),
  rate: amount(0, 10_000_000),
  postPay: amount(0, 100_000_000),
  postHours: amount(100, 8000),
  weeks: amount(1, 53),
  groups: amount(1, 100),
  places: amount(1, 1000),
  currency: z.string().max(4)
});
