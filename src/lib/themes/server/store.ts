import { mustWork, ruleFor } from '../../server/errors.ts';
import type { Supabase } from '../../server/supabase.ts';
import type { CodingPage } from '../codingPage.ts';
import { changeFor, type Deed } from '../deed.ts';
import { deedSentence } from '../deedSentence.ts';
import {
  CIRCLE_OF_QUESTION,
  codingOf,
  COMMENT_COLUMNS,
  groupNames,
  GROUPS_OF_CIRCLE,
  mayDecide,
  MEMBERS_OF_CIRCLE,
  only,
  QUESTIONS_OF_CIRCLE,
  THEME_COLUMNS
} from './rows.ts';

/** History is for undo and for looking back a little; older steps stay in the database. */
const SHOWN_STEPS = 30;

/** The coding page of a question in one round trip; null when it is not there or not this person's to see. */
export async function readCodingPage(
  supabase: Supabase,
  person: string,
  circle: string,
  question: string
): Promise<CodingPage | null> {
  const row = mustWork(
    await supabase
      .from('questions')
      .select(
        `id, number, prompt, table_title, summary, stated_groups, coding_version,
         themes(${THEME_COLUMNS}), comments(${COMMENT_COLUMNS}),
         coding_changes(id, label, undone, made_at, people(display_name)),
         ${CIRCLE_OF_QUESTION}!inner(id, title, state, time_zone, ${GROUPS_OF_CIRCLE},
           ${QUESTIONS_OF_CIRCLE}(id, number, table_title),
           ${MEMBERS_OF_CIRCLE})`
      )
      .eq('id', question)
      .eq('circle_id', circle)
      .is('comments.withdrawn_at', null)
      .order('id', { referencedTable: 'coding_changes', ascending: false })
      .limit(SHOWN_STEPS, { referencedTable: 'coding_changes' })
      .maybeSingle()
  );
  if (!row) return null;
  const { circles, coding_changes: steps } = row;
  return {
    question: {
      id: row.id,
      number: row.number,
      prompt: row.prompt,
      tableTitle: row.table_title,
      summary: row.summary,
      groupsResponding: row.stated_groups
    },
    circle: { id: circles.id, title: circles.title, state: circles.state, timeZone: circles.time_zone },
    questions: circles.questions
      .map(({ id, number, table_title }) => ({ id, number, tableTitle: table_title }))
      .sort((a, b) => a.number - b.number),
    coding: codingOf(row, groupNames(circles.groups)),
    changed: row.comments.filter(({ changed_at, codings }) => changed_at && only(codings)).map(({ id }) => id),
    version: row.coding_version,
    mayCode: mayDecide(person, circles),
    history: steps.map(({ id, label, undone, made_at, people }) => ({
      id,
      label,
      undone,
      madeAt: made_at,
      madeBy: people?.display_name ?? null
    }))
  };
}

/**
 * Does one deed to the coding as it is stored, and gives the new version. Throws RuleBroken (stale when `version` is not the newest) and
 * CodingError.
 */
export async function changeCoding(supabase: Supabase, question: string, version: number, deed: Deed): Promise<number> {
  const row = mustWork(
    await supabase
      .from('questions')
      .select(`coding_version, themes(${THEME_COLUMNS}), comments(${COMMENT_COLUMNS})`)
      .eq('id', question)
      .is('comments.withdrawn_at', null)
      .maybeSingle()
  );
  if (!row) throw ruleFor({ code: 'PT404', message: '' });
  // Looked at before the deed is, so that the person hears that someone was faster and not that a theme is gone.
  if (row.coding_version !== version) throw ruleFor({ code: 'PT409', hint: 'stale_coding', message: '' });
  const state = codingOf(row, new Map());
  const ops = changeFor(state, deed);
  if (ops.length === 0) return version;
  return mustWork(
    await supabase.rpc('change_coding', {
      p_question: question,
      p_version: version,
      p_label: deedSentence(state, deed),
      p_ops: ops
    })
  );
}

/** Takes the last step back, or does the last undone one again. Null when there is none. */
export async function undoCoding(
  supabase: Supabase,
  question: string,
  version: number,
  redo: boolean
): Promise<number | null> {
  return mustWork(await supabase.rpc('undo_coding', { p_question: question, p_version: version, p_redo: redo })) as
    number | null;
}

/** Saves what a person writes about a question: its summary and the title of its table. Leads only. */
export async function saveQuestionText(
  supabase: Supabase,
  question: string,
  { summary, tableTitle }: { summary: string; tableTitle: string }
): Promise<void> {
  const rows = mustWork(
    await supabase.from('questions').update({ summary, table_title: tableTitle }).eq('id', question).select('id')
  );
  if (rows.length === 0) throw ruleFor({ code: '42501', message: '' });
}
