import { z } from 'zod';
import * as m from '../paraglide/messages.js';

/** The name a record file carries in its `format` entry. */
export const RECORD_FORMAT = 'circle-record/1';

/** Largest file that is read, in bytes: about 50,000 comments, far beyond any gathering, and parsed in well under a second. */
export const MAX_RECORD_BYTES = 5 * 1024 * 1024;

/** The same limits stand in the migrations. Texts in characters as SQL counts them: code points, so an emoji is one. */
export const LIMITS = {
  title: 200,
  prompt: 1000,
  summary: 4000,
  themeName: 200,
  description: 4000,
  comment: 10_000,
  group: 80,
  count: 10_000,
  questionNumber: 99,
  groups: 200,
  groupsResponding: 999
} as const;

const isBlank = (value: unknown) => value == null || (typeof value === 'string' && value.trim() === '');

/** A whole number, or the same written as text: real records hold both `20` and `"20"`. */
const readNumber = (value: unknown) =>
  typeof value === 'string' && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value;

/** True when the text holds at most `max` code points; the quick comparison spares counting in nearly every case. */
const fits = (text: string, max: number) => text.length <= max || (text.length <= 2 * max && [...text].length <= max);

/** NUL and halves of surrogate pairs can't be kept by PostgreSQL, so they are told apart from text that is merely too long. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\u0000');

function words(max: number, error: () => string) {
  return z
    .string({ error })
    .trim()
    .superRefine((text, context) => {
      if (text === '' || !fits(text, max)) context.addIssue({ code: 'custom', message: error() });
      else if (!isStorable(text)) context.addIssue({ code: 'custom', message: m.themes_field_damaged() });
    });
}

function optionalWords(max: number, error: () => string) {
  return z.preprocess((value) => (isBlank(value) ? null : value), words(max, error).nullable());
}

function wholeNumber(min: number, max: number, error: () => string) {
  return z.preprocess(readNumber, z.int({ error }).min(min, { error }).max(max, { error }));
}

export const recordCommentSchema = z.object(
  {
    id: optionalWords(100, m.themes_field_comment_id),
    text: words(LIMITS.comment, m.themes_field_text),
    /** How many times, or by how many people, it was said. */
    count: z.preprocess((value) => value ?? 1, wholeNumber(1, LIMITS.count, m.themes_field_count)),
    /** The theme's name; null when the comment is not in a theme yet. */
    theme: optionalWords(LIMITS.themeName, m.themes_field_theme),
    group: z.preprocess(
      (value) => (typeof value === 'number' ? String(value) : value),
      optionalWords(LIMITS.group, m.themes_field_group)
    )
  },
  { error: m.themes_field_object }
);

export const recordThemeSchema = z.object(
  {
    name: words(LIMITS.themeName, m.themes_field_theme_name),
    description: optionalWords(LIMITS.description, m.themes_field_description).transform((text) => text ?? '')
  },
  { error: m.themes_field_object }
);

const error = m.themes_field_groups_responding;
const GROUPS = z.int({ error }).min(0, { error }).max(LIMITS.groupsResponding, { error });

/** A question without its themes and comments, which are read one by one so that a fault in one does not cost the others. */
export const recordQuestionSchema = z
  .object(
    {
      number: wholeNumber(1, LIMITS.questionNumber, m.themes_field_number),
      prompt: optionalWords(LIMITS.prompt, m.themes_field_prompt),
      tableTitle: optionalWords(LIMITS.title, m.themes_field_table_title),
      /** A number; or words, where a record only says “over 20”. */
      groupsResponding: z.preprocess(
        (value) => (isBlank(value) ? null : readNumber(value)),
        z
          .union([GROUPS, words(60, m.themes_field_groups_responding)], { error: m.themes_field_groups_responding })
          .nullable()
      ),
      summary: optionalWords(LIMITS.summary, m.themes_field_summary)
    },
    { error: m.themes_field_object }
  )
  .transform(({ prompt, tableTitle, ...rest }) => ({
    ...rest,
    prompt: prompt ?? tableTitle ?? m.themes_question({ number: rest.number }),
    tableTitle: tableTitle ?? m.themes_question({ number: rest.number })
  }));

export const recordCircleSchema = z.object(
  {
    title: optionalWords(LIMITS.title, m.themes_field_title),
    kind: optionalWords(50, m.themes_field_kind),
    heldOn: z.preprocess(
      (value) => (isBlank(value) ? [] : typeof value === 'string' ? [value] : value),
      z.array(z.iso.date({ error: m.themes_field_held_on }), { error: m.themes_field_held_on }).max(60, {
        error: m.themes_field_held_on
      })
    )
  },
  { error: m.themes_field_object }
);

export type RecordComment = z.infer<typeof recordCommentSchema> & { id: string };
export type RecordTheme = z.infer<typeof recordThemeSchema>;
export type RecordQuestion = z.infer<typeof recordQuestionSchema> & {
  /** In the coder's order, which settles ties in the table. */
  themes: RecordTheme[];
  comments: RecordComment[];
};
/** A circle's record as it is kept in a `circle-record/1` file. */
export type CircleRecord = {
  format: typeof RECORD_FORMAT;
  circle: { title: string; kind: string | null; heldOn: string[] };
  questions: RecordQuestion[];
};

const uuid = z.uuid();

/** How a theme came to a comment: chosen where nothing was suggested, a suggestion taken, a choice against it, or from a file. */
export const codingOriginSchema = z.enum(['chosen', 'accepted', 'against', 'imported']);

/** One changed row, as the database function `change_coding` takes it. */
export const codingOpSchema = z.union([
  z.strictObject({ theme: uuid, removed: z.literal(true) }),
  z.strictObject({
    theme: uuid,
    name: words(LIMITS.themeName, m.themes_field_theme_name),
    description: z.string().refine((text) => fits(text, LIMITS.description) && isStorable(text), {
      error: m.themes_field_description
    }),
    position: z.int().min(0).max(100_000)
  }),
  z.strictObject({ comment: uuid, theme: uuid.nullable(), origin: codingOriginSchema })
]);
/** A change of a question's coding: a list of rows, done together or not at all. */
export const codingChangeSchema = z.array(codingOpSchema).min(1).max(5000);

export type CodingOrigin = z.infer<typeof codingOriginSchema>;
export type CodingOp = z.infer<typeof codingOpSchema>;
