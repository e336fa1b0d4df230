import { z } from 'zod';
import { instantOf, isTimeZone } from '../agenda/clock.ts';
import * as m from '../paraglide/messages.js';
import { maxGroups } from './groupName.ts';
import type { CircleTemplate } from './circleTemplate.ts';
import { templates } from './template.ts';

const prompt = z
  .string()
  .trim()
  .min(1, { error: () => m.circles_error_prompt() })
  .max(500, { error: () => m.circles_error_prompt_long({ max: 500 }) });

/** Minutes as typed; empty means the template's own. */
const minutes = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, { error: () => m.circles_error_minutes() })
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .refine((number) => number === null || (number >= 15 && number <= 1440), { error: () => m.circles_error_minutes() });

const title = z
  .string()
  .trim()
  .max(120, { error: () => m.circles_error_title_long({ max: 120 }) });

/** When a circle is: a day and a time on the clocks of a time zone. */
const whenFields = {
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: () => m.circles_error_date() }),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.circles_error_time() }),
  timeZone: z
    .string()
    .trim()
    .refine(isTimeZone, { error: () => m.circles_error_zone() })
};

/** The ISO instant of a wall clock time; a day that is not on the calendar is an issue of the field `date`. */
function startOf(when: { date: string; time: string; timeZone: string }, context: z.RefinementCtx): string | null {
  const instant = instantOf(when, when.timeZone);
  if (instant !== null) return new Date(instant).toISOString();
  context.addIssue({ code: 'custom', path: ['date'], message: m.circles_error_date() });
  return null;
}

/**
 * The form that plans a circle. An empty title or empty minutes mean the template's own, so that one choice and one
 * button are enough. Gives the start as an ISO instant.
 * @param known what `template` may name
 */
export const planCircleSchema = (known: Readonly<Record<string, CircleTemplate>> = templates) =>
  z
    .object({
      template: z
        .string()
        .refine((key) => Object.hasOwn(known, key), { error: () => m.circles_error_template(), abort: true })
        .transform((key) => ({ key, ...known[key]! })),
      title,
      ...whenFields,
      minutes,
      /** The form's own key, so that the same form sent twice plans one circle. */
      key: z.uuid()
    })
    .transform(({ date, time, ...circle }, context) => {
      const startsAt = startOf({ date, time, timeZone: circle.timeZone }, context);
      if (startsAt === null) return z.NEVER;
      const { template } = circle;
      return {
        ...circle,
        title: circle.title || template.title,
        minutes: circle.minutes ?? template.minutes,
        startsAt
      };
    });

/** The form that changes a circle before it is closed. The agenda stays as it is, whatever the minutes become. */
export const changeCircleSchema = z
  .object({
    title: title.min(1, { error: () => m.circles_error_title() }),
    ...whenFields,
    minutes
  })
  .transform(({ date, time, minutes, ...circle }, context) => {
    const startsAt = startOf({ date, time, timeZone: circle.timeZone }, context);
    if (minutes === null) context.addIssue({ code: 'custom', path: ['minutes'], message: m.circles_error_minutes() });
    return startsAt === null || minutes === null ? z.NEVER : { ...circle, minutes, startsAt };
  });

export type ChangedCircle = z.infer<typeof changeCircleSchema>;
export type PlannedCircle = z.infer<ReturnType<typeof planCircleSchema>>;

const rowId = z.uuid().or(z.literal(''));

/** A question as asked; `tableTitle` heads its table in the report and may stay empty. */
export const questionSchema = z.object({
  id: rowId.default(''),
  prompt,
  tableTitle: z
    .string()
    .trim()
    .max(120, { error: () => m.circles_error_table_title({ max: 120 }) })
});

/** A group and who writes for it; an empty recorder means nobody yet. */
export const groupSchema = z.object({
  id: rowId.default(''),
  name: z
    .string()
    .trim()
    .min(1, { error: () => m.circles_error_group() })
    .max(80, { error: () => m.circles_error_group_long({ max: 80 }) }),
  recorder: rowId.default('')
});

export type QuestionDraft = z.infer<typeof questionSchema>;
export type GroupDraft = z.infer<typeof groupSchema>;

/** More than any gathering the field reports; with `maxGroups` it bounds the notes that are made, one for each pair. */
export const maxQuestions = 20;

export const questionsSchema = z
  .array(questionSchema)
  .max(maxQuestions, { error: () => m.circles_error_many_questions({ max: maxQuestions }) });
export const groupsSchema = z
  .array(groupSchema)
  .max(maxGroups, { error: () => m.circles_error_many_groups({ max: maxGroups }) })
  .refine((groups) => new Set(groups.map((group) => group.name)).size === groups.length, {
    error: () => m.circles_error_same_group()
  });
