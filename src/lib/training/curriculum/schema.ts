import { z } from 'zod';
import { sessionFormats } from './format.ts';

/** Who a day is for: everybody who signed up for the open day, or the cohort alone. */
export const audiences = ['open', 'cohort'] as const;
export type Audience = (typeof audiences)[number];

/** Sessions and breaks of a half day, subjects, days and handouts: more than anybody plans, so that a document stays small. */
export const most = { days: 8, entries: 24, extra: 60, subjects: 40, handouts: 80, materials: 20 } as const;

/** The least and the most minutes of a session and of a break. */
export const lengths = { session: [5, 240], break: [5, 120] } as const;

/** Names a session or a handout in its curriculum and in the addresses of its pages. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);
const line = (longest: number) => z.string().trim().min(1).max(longest);
const text = (longest: number) => z.string().trim().min(1).max(longest);

export const subjectSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+([_-][a-z0-9]+)*$/)
    .max(60),
  title: line(120)
});

export const sessionSchema = z.strictObject({
  key: slugSchema,
  title: line(120),
  /** Key of the subject that its minutes are counted for. */
  subject: subjectSchema.shape.key,
  format: z.enum(sessionFormats),
  minutes: z.number().int().min(lengths.session[0]).max(lengths.session[1]),
  aim: text(600),
  /** Who leads it, and how many they are. */
  trainers: line(200),
  materials: z.array(line(200)).max(most.materials),
  /** The facilitator's plan, in Markdown. */
  plan: text(12_000),
  /** Slugs of handouts of the same curriculum. */
  handouts: z.array(slugSchema).max(12)
});

export const breakSchema = z.strictObject({
  format: z.literal('break'),
  title: line(120),
  minutes: z.number().int().min(lengths.break[0]).max(lengths.break[1])
});

export const entrySchema = z.discriminatedUnion('format', [sessionSchema, breakSchema]);

const half = z.array(entrySchema).max(most.entries);

export const daySchema = z.strictObject({
  title: line(120),
  audience: z.enum(audiences),
  aim: text(600),
  /** Morning and afternoon. */
  halves: z.tuple([half, half])
});

export const handoutSchema = z.strictObject({
  slug: slugSchema,
  title: line(120),
  text: text(12_000)
});

const wholeSchema = z.strictObject({
  title: line(120),
  summary: line(600),
  version: z.number().int().min(1),
  subjects: z.array(subjectSchema).max(most.subjects),
  days: z.array(daySchema).max(most.days),
  /** Sessions that can be placed where they are wanted. */
  extra: z.array(sessionSchema).max(most.extra),
  handouts: z.array(handoutSchema).max(most.handouts)
});

/** A whole curriculum whose parts fit together: no two of one name, no subject and no handout that is not there. */
export const curriculumSchema = wholeSchema.superRefine((some, check) => {
  const sessions = sessionsOf(some);
  const fault = (message: string, path: (string | number)[]) => check.addIssue({ code: 'custom', message, path });
  for (const name of twice(sessions.map(({ key }) => key))) fault(`two sessions are called "${name}"`, ['days']);
  for (const name of twice(some.subjects.map(({ key }) => key)))
    fault(`two subjects are called "${name}"`, ['subjects']);
  for (const name of twice(some.handouts.map(({ slug }) => slug)))
    fault(`two handouts are called "${name}"`, ['handouts']);
  const subjects = new Set(some.subjects.map(({ key }) => key));
  const handouts = new Set(some.handouts.map(({ slug }) => slug));
  for (const session of sessions) {
    if (!subjects.has(session.subject)) fault(`"${session.key}" is of no subject there is`, ['subjects']);
    for (const slug of session.handouts)
      if (!handouts.has(slug)) fault(`"${session.key}" uses the handout "${slug}", which is not there`, ['handouts']);
  }
});

export type Subject = z.infer<typeof subjectSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type Break = z.infer<typeof breakSchema>;
export type Entry = z.infer<typeof entrySchema>;
export type Day = z.infer<typeof daySchema>;
export type Handout = z.infer<typeof handoutSchema>;
export type Curriculum = z.infer<typeof curriculumSchema>;

export const isSession = (entry: Entry): entry is Session => entry.format !== 'break';

/** Every session: day by day, then those that can be placed where they are wanted. */
export const sessionsOf = ({ days, extra }: Pick<Curriculum, 'days' | 'extra'>): Session[] => [
  ...days.flatMap(({ halves }) => halves.flat().filter(isSession)),
  ...extra
];

const twice = (names: string[]) => new Set(names.filter((name, at) => names.indexOf(name) !== at));
