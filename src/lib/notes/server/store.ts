import { mustWork } from '$lib/server/errors.ts';
import type { Supabase } from '$lib/server/supabase.ts';
import { type NoteAddress, storedItemsSchema } from '../schema.ts';

type CircleState = 'planned' | 'open' | 'closed' | 'archived';

/** A cell of the grid of notes: one group's answer to one question. */
export interface NoteCell {
  groupId: string;
  groupName: string;
  comments: number;
  firstWords: string;
  /** Whether the person is this group's recorder. */
  mine: boolean;
}

export interface NoteGrid {
  circle: { id: string; title: string; state: CircleState };
  groups: { id: string; name: string }[];
  questions: { id: string; number: number; prompt: string; notes: NoteCell[] }[];
}

// Comments also link notes with circles, questions and groups: each embedding says which way it goes.

/** All notes of a circle, questions by groups. One round trip. */
export async function noteGrid(supabase: Supabase, circleId: string, personId: string): Promise<NoteGrid> {
  const circle = mustWork(
    await supabase
      .from('circles')
      .select(
        `id, title, state, groups!groups_circle_id_team_id_fkey(id, name, position, recorder_id),
        questions!questions_circle_id_team_id_fkey(id, number, prompt,
          notes!notes_question_id_circle_id_team_id_fkey(group_id, body_items))`
      )
      .eq('id', circleId)
      .single()
  );
  const groups = circle.groups.toSorted((a, b) => a.position - b.position);
  return {
    circle: { id: circle.id, title: circle.title, state: circle.state as CircleState },
    groups: groups.map(({ id, name }) => ({ id, name })),
    questions: circle.questions
      .toSorted((a, b) => a.number - b.number)
      .map(({ id, number, prompt, notes }) => ({
        id,
        number,
        prompt,
        notes: groups.map((group) => {
          const items = storedItemsSchema.parse(notes.find((note) => note.group_id === group.id)?.body_items ?? []);
          return {
            groupId: group.id,
            groupName: group.name,
            comments: items.length,
            firstWords: items[0]?.text.slice(0, 120) ?? '',
            mine: group.recorder_id === personId
          };
        })
      }))
  };
}

export interface NotePage {
  id: string;
  circle: { id: string; title: string; state: CircleState };
  question: { id: string; number: number; prompt: string };
  group: { id: string; name: string };
  recorder: { id: string; name: string } | null;
  items: { text: string; said: number }[];
  /** The same group's note on the next question, if there is one. */
  nextQuestion: string | null;
}

/** One note with what is around it, as last stored. One round trip. */
export async function notePage(supabase: Supabase, address: NoteAddress): Promise<NotePage> {
  const note = mustWork(
    await supabase
      .from('notes')
      .select(
        `id, body_items,
        circle:circles!notes_circle_id_team_id_fkey(id, title, state,
          questions!questions_circle_id_team_id_fkey(id, number)),
        question:questions!notes_question_id_circle_id_team_id_fkey(id, number, prompt),
        group:groups!notes_group_id_circle_id_team_id_fkey(id, name, recorder_id,
          recorder:people!groups_recorder_id_fkey(display_name))`
      )
      .match({ circle_id: address.circle, question_id: address.question, group_id: address.group })
      .single()
  );
  const { circle, question, group } = note;
  const next = circle.questions.toSorted((a, b) => a.number - b.number).find((other) => other.number > question.number);
  return {
    id: note.id,
    circle: { id: circle.id, title: circle.title, state: circle.state as CircleState },
    question,
    group: { id: group.id, name: group.name },
    recorder: group.recorder_id ? { id: group.recorder_id, name: group.recorder?.display_name ?? '' } : null,
    items: storedItemsSchema.parse(note.body_items).map(({ text, said }) => ({ text, said })),
    nextQuestion: next?.id ?? null
  };
}

/** Whether the note can be written just now; throws what the pages throw when it can't be seen. One round trip. */
export async function noteAccess(supabase: Supabase, noteId: string): Promise<{ canWrite: boolean }> {
  const access = mustWork(await supabase.rpc('note_access', { p_note: noteId }).single());
  return { canWrite: access.can_write };
}
