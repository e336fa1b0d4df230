import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { debriefMoments, type DebriefNote } from '../debrief/debrief.ts';
import type { DebriefWords } from '../debrief/schema.ts';

/** What facilitators and observers wrote to each other; the database shows it to nobody else. */
export async function debriefOf(supabase: Supabase, circleId: string): Promise<DebriefNote[]> {
  const rows = mustWork(
    await supabase
      .from('debriefs')
      .select('person_id, moment, text, updated_at, circle_roles(team_members(people(display_name)))')
      .eq('circle_id', circleId)
  );
  return rows.map((row) => ({
    personId: row.person_id,
    by: row.circle_roles.team_members.people.display_name,
    moment: debriefMoments.find((moment) => moment === row.moment) ?? 'debrief',
    text: row.text,
    updatedAt: row.updated_at
  }));
}

/**
 * Writes, changes or (with an empty text) takes away one's own words of a moment.
 * @throws RuleBroken 403 to everybody but the circle's facilitators and observers
 */
export async function writeDebrief(
  supabase: Supabase,
  circle: { id: string; team: { id: string } },
  me: string,
  { moment, text }: DebriefWords
): Promise<void> {
  const mine = { circle_id: circle.id, person_id: me, moment };
  if (text === '') {
    mustWork(await supabase.from('debriefs').delete().match(mine).select('moment'));
    return;
  }
  const changed = mustWork(await supabase.from('debriefs').update({ text }).match(mine).select('moment'));
  if (changed.length > 0) return;
  const { error } = await supabase
    .from('debriefs')
    .insert({ circle_id: circle.id, team_id: circle.team.id, moment, text });
  mustWork({ data: true, error });
}
