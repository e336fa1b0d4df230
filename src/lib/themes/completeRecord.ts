import { RECORD_FORMAT, type CircleRecord, type RecordComment, type RecordQuestion } from './schema.ts';
import { themeKey } from './themeName.ts';

/** A question as read from a file: its comments may still lack ids, and name themes that are not listed. */
export type ReadQuestion = Omit<RecordQuestion, 'comments'> & {
  comments: (Omit<RecordComment, 'id'> & { id: string | null })[];
};

/**
 * Makes a record whole: every theme that a comment names is listed (in order of first appearance, which is the coder's order
 * where the file gives none), every comment spells its theme as the list does, and every comment has an id of its own.
 * A record that is whole already comes back equal.
 */
export function completeRecord(circle: CircleRecord['circle'], questions: ReadQuestion[]): CircleRecord {
  const ids = new Set(questions.flatMap((question) => question.comments.flatMap(({ id }) => id ?? [])));
  return { format: RECORD_FORMAT, circle, questions: questions.map((question) => completeQuestion(question, ids)) };
}

function completeQuestion(question: ReadQuestion, ids: Set<string>): RecordQuestion {
  const themes = new Map<string, RecordQuestion['themes'][number]>();
  const named = question.comments.flatMap(({ theme }) => (theme === null ? [] : { name: theme, description: '' }));
  for (const theme of [...question.themes, ...named]) {
    const key = themeKey(theme.name);
    if (!themes.has(key)) themes.set(key, theme);
  }
  const comments = question.comments.map((comment, index) => ({
    ...comment,
    id: comment.id ?? freeId(`q${question.number}-${index + 1}`, ids),
    theme: comment.theme === null ? null : themes.get(themeKey(comment.theme))!.name
  }));
  return { ...question, themes: [...themes.values()], comments };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let again = 2; taken.has(id); again++) id = `${wanted}-${again}`;
  taken.add(id);
  return id;
}
