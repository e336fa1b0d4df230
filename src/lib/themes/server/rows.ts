import { isCircleState, takesCoding } from '../../circles/state.ts';
import * as m from '../../paraglide/messages.js';
import type { CodedComment, CodedQuestion } from '../codedCircle.ts';
import { inOrder, type Coding, type CodingState, type PlacedTheme } from '../codingChange.ts';
import type { CodingOrigin } from '../schema.ts';

// Rows as the nested selects give them, and what they are outside the store.

// Comments and themes link questions, groups and circles a second time, so each embedding says which way it goes.
export const CIRCLE_OF_QUESTION = 'circles!questions_circle_id_team_id_fkey';
export const QUESTIONS_OF_CIRCLE = 'questions!questions_circle_id_team_id_fkey';
export const GROUPS_OF_CIRCLE = 'groups!groups_circle_id_team_id_fkey(id, name, position)';
/** Everybody in the team: the embedded backend can't filter this deep. */
export const MEMBERS_OF_CIRCLE = 'teams(team_members(person_id, role))';
export const THEME_COLUMNS = 'id, name, description, position';
/** All columns, because the embedded backend takes one that is called `count`, named alone, for the function that counts rows. */
export const COMMENT_COLUMNS = '*, codings(theme_id, origin)';

/** A row of which there is at most one. PostgREST tells a list of one or none, the embedded backend the row itself. */
export type OneOrNone<Row> = Row | Row[] | null;

/** The row, if there is one. */
export function only<Row>(rows: OneOrNone<Row>): Row | undefined {
  return Array.isArray(rows) ? rows[0] : (rows ?? undefined);
}

type TeamRow = { team_members: { person_id: string; role: string }[] } | null;

/** True when the person leads the circle's team, whatever the circle's state. */
export function leadsTeam(person: string, teams: TeamRow): boolean {
  return teams?.team_members.some(({ person_id, role }) => person_id === person && role === 'lead') ?? false;
}

/** True when the person leads the circle's team and the circle is open or closed. */
export function mayDecide(person: string, { state, teams }: { state: string; teams: TeamRow }): boolean {
  return leadsTeam(person, teams) && isCircleState(state) && takesCoding(state);
}

type ThemeRow = PlacedTheme;
type CommentRow = {
  id: string;
  item_id: string | null;
  text: string;
  count: number;
  position: number;
  group_id: string | null;
  changed_at: string | null;
  codings: OneOrNone<{ theme_id: string; origin: string }>;
};
export type GroupRow = { id: string; name: string; position: number };
export type QuestionRow = {
  id: string;
  number: number;
  prompt: string;
  table_title: string;
  summary: string;
  stated_groups: number | null;
  coding_version: number;
  themes: ThemeRow[];
  comments: CommentRow[];
};

export function groupNames(groups: readonly GroupRow[]): Map<string, { name: string; position: number }> {
  return new Map(groups.map(({ id, name, position }) => [id, { name, position }]));
}

type Groups = ReturnType<typeof groupNames>;

/** Comments group by group, in the order they were noted. */
function inNotedOrder(comments: readonly CommentRow[], groups: Groups): CommentRow[] {
  const place = ({ group_id }: CommentRow) => (group_id ? (groups.get(group_id)?.position ?? 0) : -1);
  return [...comments].sort(
    (a, b) => place(a) - place(b) || a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function commentOf({ id, text, count, group_id }: CommentRow, groups: Groups): Omit<CodedComment, 'theme'> {
  return { id, text, count, group: group_id ? (groups.get(group_id)?.name ?? null) : null };
}

/** The coding of a question. */
export function codingOf(row: Pick<QuestionRow, 'themes' | 'comments'>, groups: Groups): CodingState {
  const comments = inNotedOrder(row.comments, groups);
  const codings = comments.flatMap(({ id, codings }): [string, Coding][] => {
    const coding = only(codings);
    return coding ? [[id, { theme: coding.theme_id, origin: coding.origin as CodingOrigin }]] : [];
  });
  return {
    themes: inOrder(row.themes),
    comments: comments.map((comment) => commentOf(comment, groups)),
    codings: Object.fromEntries(codings)
  };
}

/** A question as reports are made of. */
export function codedQuestionOf(row: QuestionRow, groups: Groups): CodedQuestion {
  return {
    number: row.number,
    prompt: row.prompt,
    tableTitle: row.table_title || m.themes_question({ number: row.number }),
    groupsResponding: row.stated_groups,
    summary: row.summary || null,
    themes: inOrder(row.themes).map(({ id, name, description }) => ({ id, name, description })),
    comments: inNotedOrder(row.comments, groups).map((comment) => ({
      ...commentOf(comment, groups),
      theme: only(comment.codings)?.theme_id ?? null
    }))
  };
}
