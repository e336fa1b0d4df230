import { z } from 'zod';
import * as m from '../paraglide/messages.js';
import { countedOf, linesOf, type CountedPart } from './record.ts';

// The database counts the same limits (supabase/migrations).
export const LIMITS = {
  topic: 500,
  note: 4000,
  people: 2000,
  line: 1000,
  comments: 200,
  outcomes: 100,
  suggestions: 100,
  /** Of all lines of a record together, in bytes; the database holds 100,000 with its quotes and commas. */
  bytes: 90_000,
  action: 500,
  owner: 120,
  outcome: 1000,
  name: 120,
  madeUpNote: 300
} as const;

/** Characters no database keeps: NUL, and half of a pair. */
export const isKeepable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: () => m.records_error_long({ max }) })
    .refine(isKeepable, { error: () => m.records_error_signs() })
    .default('');

/** A number of people as typed; empty means none. */
export const people = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, { error: () => m.records_error_people({ max: LIMITS.people }) })
  .transform(Number)
  .refine((number) => number <= LIMITS.people, { error: () => m.records_error_people({ max: LIMITS.people }) })
  .default(0);

/** A figure as typed; empty means that the lines are all there was. */
const inAll = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, { error: () => m.records_error_in_all({ max: LIMITS.people }) })
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((number) => number === null || number <= LIMITS.people, {
    error: () => m.records_error_in_all({ max: LIMITS.people })
  })
  .default(null);

const lines = (max: number) =>
  z
    .string()
    .refine(isKeepable, { error: () => m.records_error_signs() })
    .transform(linesOf)
    .refine((list) => list.length <= max, { error: () => m.records_error_many_lines({ max }) })
    .refine((list) => list.every((line) => line.length <= LIMITS.line), {
      error: () => m.records_error_long_line({ max: LIMITS.line })
    })
    .default([]);

/** A day as typed; empty means none. */
export const day = z
  .string()
  .trim()
  .refine((typed) => typed === '' || isDay(typed), { error: () => m.records_error_day() })
  .transform((typed) => typed || null)
  .default(null);

/** True for `YYYY-MM-DD` that is on the calendar. */
export function isDay(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return false;
  const instant = Date.parse(`${typed}T12:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === typed;
}

/** The form of a record. `wellbeingNote` is undefined where the form did not ask for it. */
export const recordSchema = z
  .object({
    version: z.coerce.number().int().min(0),
    topic: text(LIMITS.topic),
    smallGroups: z.literal('yes').optional(),
    present: people,
    apologies: people,
    declined: people,
    comments: lines(LIMITS.comments),
    commentsInAll: inAll,
    outcomes: lines(LIMITS.outcomes),
    outcomesInAll: inAll,
    suggestions: lines(LIMITS.suggestions),
    suggestionsInAll: inAll,
    wellbeingNote: text(LIMITS.note)
  })
  .transform(({ smallGroups, present, apologies, declined, ...form }, context) => {
    const counted = (part: CountedPart) => {
      const inAll = form[`${part}InAll`];
      if (inAll !== null && inAll < form[part].length) {
        const message = m.records_error_fewer({ lines: form[part].length });
        context.addIssue({ code: 'custom', path: [`${part}InAll`], message });
      }
      return countedOf(form[part], inAll);
    };
    const all = [...form.comments, ...form.outcomes, ...form.suggestions].join('');
    if (new TextEncoder().encode(all).length > LIMITS.bytes) {
      context.addIssue({ code: 'custom', path: ['comments'], message: m.records_error_much() });
    }
    return {
      version: form.version,
      topic: form.topic,
      smallGroups: smallGroups === 'yes',
      unnamed: { present, apologies, declined },
      comments: counted('comments'),
      outcomes: counted('outcomes'),
      suggestions: counted('suggestions'),
      wellbeingNote: form.wellbeingNote
    };
  });
export type TypedRecord = z.infer<typeof recordSchema>;

/** A new action, or what one is changed to. `owner` is a name as typed. */
export const actionSchema = z.object({
  text: text(LIMITS.action).refine((typed) => typed !== '', { error: () => m.records_error_action() }),
  owner: text(LIMITS.owner),
  dueOn: day
});
export type TypedAction = z.infer<typeof actionSchema>;

export const closingSchema = z.object({
  outcome: text(LIMITS.outcome).refine((typed) => typed !== '', { error: () => m.records_error_outcome() }),
  /** The button that was pressed. */
  as: z.enum(['done', 'let_go']).default('done')
});

/** The period of an organisation, in years. */
export const retentionSchema = z.object({
  years: z
    .string()
    .trim()
    .regex(/^\d{1,2}$/, { error: () => m.records_error_years() })
    .transform(Number)
    .refine((years) => years >= 1 && years <= 30, { error: () => m.records_error_years() })
});
