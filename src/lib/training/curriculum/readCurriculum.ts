import { z } from 'zod';
import { ContentFault, readContentFile } from '../../library/frontMatter.ts';
import {
  breakSchema,
  curriculumSchema,
  daySchema,
  handoutSchema,
  sessionSchema,
  slugSchema,
  type Curriculum,
  type Entry,
  type Session
} from './schema.ts';

/** Content files by their path within the folder, as `sessions/opening-day-two.md`. */
export type ContentFiles = Record<string, string>;

const placeSchema = z.union([
  slugSchema,
  z.strictObject({ break: breakSchema.shape.minutes, title: breakSchema.shape.title })
]);
const dayFileSchema = z.strictObject({
  ...daySchema.omit({ halves: true }).shape,
  morning: z.array(placeSchema),
  afternoon: z.array(placeSchema)
});
const wholeFileSchema = z.strictObject({
  title: curriculumSchema.shape.title,
  summary: curriculumSchema.shape.summary,
  version: curriculumSchema.shape.version,
  subjects: curriculumSchema.shape.subjects,
  extra: z.array(slugSchema)
});

const nameOf = (path: string) => path.split('/').at(-1)!.replace(/\.md$/, '');

/**
 * Puts a curriculum together from its files: `curriculum.md` (title, subjects, extra sessions), `days/*.md` in the order of
 * their names (what a morning and an afternoon hold), `sessions/*.md` and `handouts/*.md`. The body of a session is its
 * plan. A session stands in one place, and none is left over.
 * @throws ContentFault naming file and line
 */
export function readCurriculum(files: ContentFiles): Curriculum {
  const inFolder = (folder: string) =>
    Object.entries(files)
      .filter(([path]) => path.startsWith(`${folder}/`))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const sessions = new Map<string, Session>();
  for (const [path, source] of inFolder('sessions')) {
    const { front, body, checked } = readContentFile(path, source);
    const given = { key: nameOf(path), handouts: [], materials: [], ...front, plan: body.trim() };
    sessions.set(nameOf(path), checked(sessionSchema, given));
  }
  const left = new Set(sessions.keys());
  const placed = (file: string, key: string): Session => {
    const session = sessions.get(key);
    if (!session) throw new ContentFault(file, 1, `there is no session "${key}"`);
    if (!left.delete(key)) throw new ContentFault(file, 1, `the session "${key}" stands in two places`);
    return session;
  };
  const days = inFolder('days').map(([path, source]) => {
    const { front, checked } = readContentFile(path, source);
    const { morning, afternoon, ...day } = checked(dayFileSchema, front);
    const half = (places: typeof morning): Entry[] =>
      places.map((place) =>
        typeof place === 'string' ? placed(path, place) : { format: 'break', title: place.title, minutes: place.break }
      );
    return { ...day, halves: [half(morning), half(afternoon)] };
  });
  const handouts = inFolder('handouts').map(([path, source]) => {
    const { front, body, checked } = readContentFile(path, source);
    return checked(handoutSchema, { slug: nameOf(path), ...front, text: body.trim() });
  });
  const { front, checked } = readContentFile('curriculum.md', files['curriculum.md'] ?? '');
  const whole = checked(wholeFileSchema, front);
  const extra = whole.extra.map((key) => placed('curriculum.md', key));
  for (const key of left) throw new ContentFault(`sessions/${key}.md`, 1, 'the session stands in no day');
  return checked(curriculumSchema, { ...whole, days, extra, handouts });
}
