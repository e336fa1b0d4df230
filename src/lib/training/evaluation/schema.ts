import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import { CHOICES, type EvaluationForm, MOST_STATEMENTS } from './form.ts';

const line = (most: number, sentence: () => string) =>
  z.string().trim().min(1, { error: sentence }).max(most, { error: sentence });

const statement = z.object({
  key: z.string().min(1).max(40),
  text: line(240, () => m.training_evaluation_error_statement({ max: 240 })),
  pairedWith: z.string().max(40).optional(),
  about: z.literal('time').optional()
});

/** A form as the database keeps it. */
export const formSchema = z
  .object({
    title: line(120, () => m.training_evaluation_error_title({ max: 120 })),
    intro: z
      .string()
      .trim()
      .max(600, { error: () => m.training_evaluation_error_intro({ max: 600 }) }),
    choices: z.array(line(30, () => m.training_evaluation_error_choice({ max: 30 }))).length(CHOICES),
    statements: z
      .array(statement)
      .min(1, { error: () => m.training_evaluation_error_none() })
      .max(MOST_STATEMENTS, { error: () => m.training_evaluation_error_many({ max: MOST_STATEMENTS }) })
  })
  .refine(({ choices }) => new Set(choices.map((word) => word.toLowerCase())).size === CHOICES, {
    path: ['choices'],
    error: () => m.training_evaluation_error_same_choice()
  }) satisfies z.ZodType<EvaluationForm>;

/** Counts of a source, a row of four for each statement. */
export const countsSchema = z.array(z.array(z.int().min(0)).length(CHOICES));

const choiceNames = Array.from({ length: CHOICES }, (_, at) => `choice${at + 1}`);

/** An own form as it is typed: a statement a line, four words, the best first. */
export const ownFormSchema = z
  .object({
    title: z.string(),
    intro: z.string().optional(),
    statements: z.string(),
    ...Object.fromEntries(choiceNames.map((name) => [name, z.string().optional()]))
  })
  .transform((typed, context): EvaluationForm => {
    const given = typed as Record<string, string | undefined>;
    const lines = (given.statements ?? '')
      .split(/\r\n|\n|\r/u)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const parsed = formSchema.safeParse({
      title: given.title ?? '',
      intro: given.intro ?? '',
      choices: choiceNames.map((name) => given[name] ?? ''),
      statements: lines.map((text, at) => ({ key: `s${at + 1}`, text }))
    });
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      const [part, at] = path;
      const field = part === 'choices' ? `choice${typeof at === 'number' ? at + 1 : 1}` : String(part);
      context.addIssue({ code: 'custom', path: [field], message });
    }
    return z.NEVER;
  });

const localTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, {
  error: () => m.training_evaluation_error_time()
});

/** A new evaluation of a training. `way`: anonymous forms between two moments on the training's clock, or paper only. */
export const newEvaluationSchema = z
  .object({
    key: z.uuid(),
    /** `builtIn`, or the id of an own form. */
    form: z.string().max(40),
    title: line(120, () => m.training_evaluation_error_title({ max: 120 })),
    way: z.enum(['forms', 'paper']),
    asked: z.enum(['cohort', 'everybody']).default('cohort'),
    opens: z.string().default(''),
    closes: z.string().default('')
  })
  .superRefine((given, context) => {
    if (given.way === 'paper') return;
    for (const field of ['opens', 'closes'] as const) {
      const read = localTime.safeParse(given[field]);
      if (!read.success)
        context.addIssue({ code: 'custom', path: [field], message: m.training_evaluation_error_time() });
    }
  });

/** The number as typed; an empty field is none. */
const count = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/)
  .transform((typed) => (typed === '' ? 0 : Number(typed)));

/** Where a number of the paper form stands. */
export const countName = (statement: number, choice: number) => `c${statement}-${choice}`;

/**
 * Reads paper tallies: fields `respondents` and `c<statement>-<choice>`, both from 0.
 * @returns the counts, or a sentence by field name
 */
export function readPaper(
  typed: Record<string, string>,
  statements: number
): { respondents: number; counts: number[][] } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const read = (field: string) => {
    const parsed = count.safeParse(typed[field] ?? '');
    if (!parsed.success) errors[field] = m.training_evaluation_error_number();
    return parsed.data ?? 0;
  };
  const respondents = read('respondents');
  if (!errors.respondents && (respondents < 1 || respondents > 2000))
    errors.respondents = m.training_evaluation_error_respondents();
  const counts = Array.from({ length: statements }, (_, statement) =>
    Array.from({ length: CHOICES }, (_, choice) => read(countName(statement, choice)))
  );
  if (Object.keys(errors).length === 0)
    counts.forEach((row, statement) => {
      const answers = row.reduce((all, one) => all + one, 0);
      if (answers > respondents)
        errors[countName(statement, 0)] = m.training_evaluation_error_more({
          number: statement + 1,
          answers,
          forms: respondents
        });
    });
  return Object.keys(errors).length > 0 ? { errors } : { respondents, counts };
}
