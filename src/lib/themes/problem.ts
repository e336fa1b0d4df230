import * as m from '../paraglide/messages.js';
import type { CircleRecord } from './schema.ts';

/** Something in a file that could not be read: `where` names the place, `what` is a sentence that also says what was left out. */
export type Problem = { where: string; what: string };

/** `record` holds all that could be read (null: nothing); `problems` say what could not, in the order of the file. */
export type ReadResult = { record: CircleRecord | null; problems: Problem[] };

/** The whole as one plain sentence: “Question 3, comment 12: The count must be …”. */
export function problemSentence({ where, what }: Problem): string {
  return m.themes_problem({ where, what });
}

/** A problem of the file as a whole. */
export function fileProblem(what: string): Problem {
  return { where: m.themes_where_file(), what };
}
