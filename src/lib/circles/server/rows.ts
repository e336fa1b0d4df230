import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { rowChanges, type RowChanges } from '../rows.ts';
import type { GroupDraft, QuestionDraft } from '../schema.ts';

/** The circle whose rows are saved. */
interface Of {
  id: string;
  team: { id: string };
}

/**
 * Saves the questions in the wanted order. Several small writes, each checked by its policy: places are unique, so rows
 * that change places step aside first. Cut short, saving again finishes the work.
 */
export async function saveQuestions(
  supabase: Supabase,
  circle: Of,
  wanted: readonly QuestionDraft[],
  known: readonly string[]
): Promise<void> {
  const stored = mustWork(
    await supabase
      .from('questions')
      .select('id, number, prompt, table_title')
      .eq('circle_id', circle.id)
      .order('number')
  ).map((row) => ({ id: row.id, prompt: row.prompt, tableTitle: row.table_title, place: row.number - 1 }));
  const changes = rowChanges<QuestionDraft>(wanted, known, stored);
  if (changes.remove.length > 0) await done(supabase.from('questions').delete().in('id', changes.remove));
  const places = new Map(stored.map((row) => [row.id, row.place]));
  for (const [aside, { id }] of moving(changes, places).entries())
    await done(
      supabase
        .from('questions')
        .update({ number: 99 - aside })
        .eq('id', id)
    );
  for (const { id, row, position } of changes.keep) {
    const before = stored.find((each) => each.id === id);
    if (before?.place === position && before.prompt === row.prompt && before.tableTitle === row.tableTitle) continue;
    await done(
      supabase
        .from('questions')
        .update({ number: position + 1, prompt: row.prompt, table_title: row.tableTitle })
        .eq('id', id)
    );
  }
  const added = changes.add.map(({ row, position }) => ({
    circle_id: circle.id,
    team_id: circle.team.id,
    number: position + 1,
    prompt: row.prompt,
    table_title: row.tableTitle
  }));
  if (added.length > 0) await done(supabase.from('questions').insert(added));
}

/** Saves the groups and their recorders in the wanted order, as saveQuestions does. */
export async function saveGroups(
  supabase: Supabase,
  circle: Of,
  wanted: readonly GroupDraft[],
  known: readonly string[]
): Promise<void> {
  const stored = mustWork(
    await supabase.from('groups').select('id, position, name, recorder_id').eq('circle_id', circle.id).order('position')
  ).map((row) => ({ id: row.id, name: row.name, recorder: row.recorder_id ?? '', place: row.position }));
  const changes = rowChanges<GroupDraft>(wanted, known, stored);
  if (changes.remove.length > 0) await done(supabase.from('groups').delete().in('id', changes.remove));
  const places = new Map(stored.map((row) => [row.id, row.place]));
  for (const [aside, { id }] of moving(changes, places).entries())
    await done(
      supabase
        .from('groups')
        .update({ position: 199 - aside })
        .eq('id', id)
    );
  for (const { id, row, position } of changes.keep) {
    const before = stored.find((each) => each.id === id);
    if (before?.place === position && before.name === row.name && before.recorder === row.recorder) continue;
    await done(
      supabase
        .from('groups')
        .update({ position, name: row.name, recorder_id: row.recorder || null })
        .eq('id', id)
    );
  }
  const added = changes.add.map(({ row, position }) => ({
    circle_id: circle.id,
    team_id: circle.team.id,
    position,
    name: row.name,
    recorder_id: row.recorder || null
  }));
  if (added.length > 0) await done(supabase.from('groups').insert(added));
}

const moving = <Row>(changes: RowChanges<Row>, places: Map<string, number>) =>
  changes.keep.filter(({ id, position }) => places.get(id) !== position);

async function done(query: PromiseLike<{ error: Parameters<typeof mustWork>[0]['error'] }>): Promise<void> {
  const { error } = await query;
  mustWork({ data: true, error });
}
