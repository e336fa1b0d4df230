import { RECORD_FORMAT, type CircleRecord, type RecordQuestion } from './schema.ts';
import { themeKey } from './themeName.ts';

/** A theme. Its name is written here and nowhere else: comments point to it by id. */
export type Theme = { id: string; name: string; description: string };
/** A comment and the one theme it is in. `count`: how many times it was said. */
export type CodedComment = {
  id: string;
  text: string;
  count: number;
  group: string | null;
  theme: string | null;
};
/** A question with its themes in the coder's order. */
export type CodedQuestion = {
  number: number;
  prompt: string;
  tableTitle: string;
  /** Groups that answered as the record says it, in a number or in words; null when only the comments tell. */
  groupsResponding: number | string | null;
  /** The summary a person wrote; null before that. */
  summary: string | null;
  themes: Theme[];
  comments: CodedComment[];
};
/** A circle with its coding: what reports and exports are made of, whether it came from a file or the database. */
export type CodedCircle = { title: string; kind: string | null; heldOn: string[]; questions: CodedQuestion[] };

/** The coded circle of a record. In a record a theme is known by its name, so its key serves as id. */
export function codedCircleOf(record: CircleRecord): CodedCircle {
  return { ...record.circle, questions: record.questions.map(codedQuestionOf) };
}

function codedQuestionOf(question: RecordQuestion): CodedQuestion {
  return {
    ...question,
    themes: question.themes.map((theme) => ({ id: themeKey(theme.name), ...theme })),
    comments: question.comments.map((comment) => ({
      ...comment,
      theme: comment.theme === null ? null : themeKey(comment.theme)
    }))
  };
}

/** The record of a coded circle, the other way round: `recordOf(codedCircleOf(record))` equals `record`. */
export function recordOf({ questions, title, kind, heldOn }: CodedCircle): CircleRecord {
  return { format: RECORD_FORMAT, circle: { title, kind, heldOn }, questions: questions.map(recordQuestionOf) };
}

function recordQuestionOf({ themes, comments, ...question }: CodedQuestion): RecordQuestion {
  const names = new Map(themes.map(({ id, name }) => [id, name]));
  return {
    ...question,
    themes: themes.map(({ name, description }) => ({ name, description })),
    comments: comments.map((comment) => ({
      ...comment,
      theme: comment.theme === null ? null : (names.get(comment.theme) ?? null)
    }))
  };
}
