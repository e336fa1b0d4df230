import { mustWork } from '../../server/errors.ts';
import type { Supabase } from '../../server/supabase.ts';
import type { QuestionProgress } from '../codingPage.ts';
import { mayDecide, MEMBERS_OF_CIRCLE, only, QUESTIONS_OF_CIRCLE } from './rows.ts';

export type CodingProgress = {
  circle: { id: string; title: string; state: string };
  mayCode: boolean;
  questions: QuestionProgress[];
};

/** The overview of a circle's coding in one round trip; null when it is not there or not this person's to see. */
export async function readProgress(supabase: Supabase, person: string, circle: string): Promise<CodingProgress | null> {
  const row = mustWork(
    await supabase
      .from('circles')
      .select(
        `id, title, state, ${MEMBERS_OF_CIRCLE},
         ${QUESTIONS_OF_CIRCLE}(id, number, prompt, table_title, themes(id), comments(changed_at, codings(theme_id)))`
      )
      .eq('id', circle)
      .is('questions.comments.withdrawn_at', null)
      .order('number', { referencedTable: 'questions' })
      .maybeSingle()
  );
  if (!row) return null;
  const { id, title, state, questions } = row;
  return {
    circle: { id, title, state },
    mayCode: mayDecide(person, row),
    questions: questions.map(({ id, number, prompt, table_title, themes, comments }) => ({
      id,
      number,
      prompt,
      tableTitle: table_title,
      themes: themes.length,
      comments: comments.length,
      coded: comments.filter(({ codings }) => only(codings)).length,
      changed: comments.filter(({ changed_at, codings }) => changed_at && only(codings)).length
    }))
  };
}
