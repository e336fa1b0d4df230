import { z } from 'zod';
import { itemKinds, maxItems, maxMinutes, maxNotes, maxTitle, priorities } from '../agenda/item.ts';

/** Kinds of practice, in the order they are offered. */
export const practiceSorts = [
  'breath',
  'body',
  'attention',
  'letting_go',
  'gratitude',
  'boundary',
  'after_hard_call',
  'between_clients',
  'end_of_shift',
  'together'
] as const;
export type PracticeSort = (typeof practiceSorts)[number];

/** The lengths a practice comes in, in minutes: what fits between two calls, and what fits into a circle. */
export const practiceMinutes = [1, 3, 5, 10] as const;

/** The steps in which a scenario is worked through, always in this order. */
export const questionSteps = ['notice', 'understand', 'wish', 'discern', 'act'] as const;
export type QuestionStep = (typeof questionSteps)[number];

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const line = (most: number) => z.string().trim().min(1).max(most);
/** Text with simple Markdown: paragraphs, lists, bold. HTML in it is shown as it was typed. */
const text = z.string().trim().min(1).max(12_000);

const common = {
  slug,
  title: line(80),
  /** What it is, in one sentence: shown in lists and found by the search. */
  summary: line(240),
  /** Goes up by one when the library's text changes, so that teams with a copy are offered the new one. */
  version: z.number().int().min(1)
};

export const practiceSchema = z.strictObject({
  kind: z.literal('practice'),
  ...common,
  minutes: z.literal(practiceMinutes),
  sort: z.enum(practiceSorts),
  /** What it is for. */
  purpose: text,
  notWhen: text,
  /** One calm thing to do at a time; the seconds of all steps are the minutes of the practice. */
  steps: z
    .array(z.strictObject({ text: line(280), seconds: z.number().int().min(5).max(240) }))
    .min(2)
    .max(24)
});

export const scenarioSchema = z.strictObject({
  kind: z.literal('scenario'),
  ...common,
  /** Minutes it takes as an agenda item. */
  minutes: z.number().int().min(8).max(45),
  /** Said before anybody reads on: what it touches, without telling it. */
  contentNote: line(300),
  situation: text,
  questions: z.strictObject(
    Object.fromEntries(questionSteps.map((step) => [step, line(240)])) as Record<QuestionStep, z.ZodString>
  ),
  facilitator: text,
  /** How to tell of something of one's own in a way others can carry, and how to step out without a word. */
  stepOut: text
});

const agendaItem = z.strictObject({
  kind: z.enum(itemKinds),
  title: line(maxTitle),
  notes: z.string().trim().max(maxNotes),
  minutes: z.number().int().min(1).max(maxMinutes),
  minMinutes: z.number().int().min(1).max(maxMinutes),
  priority: z.literal(priorities)
});

export const sectionSchema = z.strictObject({
  kind: z.literal('section'),
  ...common,
  order: z.number().int().min(1).max(99),
  introduction: text,
  /** The key activity: how to work with its scenarios. */
  activity: text,
  scenarios: z.array(slug).min(1).max(6),
  /** Somewhere else on the web: a link, never shown inside our pages. */
  video: z.strictObject({
    title: line(120),
    by: line(80),
    address: z.url().startsWith('https://'),
    minutes: z.number().int().min(1).max(90),
    about: line(300)
  }),
  practice: slug,
  agendas: z
    .array(
      z.strictObject({
        title: line(120),
        minutes: z.number().int().min(20).max(120),
        items: z.array(agendaItem).min(2).max(maxItems)
      })
    )
    .min(2)
    .max(4),
  visual: slug,
  handouts: z.array(slug).min(1).max(6)
});

export const handoutSchema = z.strictObject({ kind: z.literal('handout'), ...common, text });

/** A poster: drawn in `visuals/<slug>.svg`, 210 × 297 units, so that a unit is a millimetre of A4. */
export const visualSchema = z.strictObject({
  kind: z.literal('visual'),
  ...common,
  /** What is to be seen and read on it, for those who do not see it. */
  text
});

export const documentSchema = z.discriminatedUnion('kind', [
  practiceSchema,
  scenarioSchema,
  sectionSchema,
  handoutSchema,
  visualSchema
]);

export type LibraryDocument = z.infer<typeof documentSchema>;
export type DocumentKind = LibraryDocument['kind'];
export type DocumentOf<K extends DocumentKind> = Extract<LibraryDocument, { kind: K }>;
export type Practice = DocumentOf<'practice'>;
export type Scenario = DocumentOf<'scenario'>;
export type Section = DocumentOf<'section'>;
export type Handout = DocumentOf<'handout'>;
export type Visual = DocumentOf<'visual'>;

export const documentKinds = [
  'practice',
  'scenario',
  'section',
  'handout',
  'visual'
] as const satisfies readonly DocumentKind[];
/** Where documents of a kind live: in content/, and in addresses below /library. */
export const folderOf = {
  practice: 'practices',
  scenario: 'scenarios',
  section: 'sections',
  handout: 'handouts',
  visual: 'visuals'
} as const satisfies Record<DocumentKind, string>;
export const addressOf = ({ kind, slug }: Pick<LibraryDocument, 'kind' | 'slug'>) =>
  `/library/${folderOf[kind]}/${slug}`;
