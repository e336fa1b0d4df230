import { agendaRows } from '../../agenda/rows.ts';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { InCircle } from '../inCircle.ts';
import type { PlaceToUse } from '../place.ts';

/** The teams a person leads, by name, each with its planned circles, the next one first. */
export async function placesToUse(supabase: Supabase, personId: string): Promise<PlaceToUse[]> {
  const rows = mustWork(
    await supabase
      .from('team_members')
      .select('teams(id, name, circles(id, title, state, starts_at, time_zone))')
      .eq('person_id', personId)
      .eq('role', 'lead')
  );
  return rows
    .map(({ teams: { id, name, circles } }) => ({
      team: { id, name },
      circles: circles
        .filter(({ state }) => state === 'planned')
        .map((circle) => ({
          id: circle.id,
          title: circle.title,
          startsAt: circle.starts_at,
          timeZone: circle.time_zone
        }))
        .sort((a, b) => (a.startsAt ?? '9').localeCompare(b.startsAt ?? '9'))
    }))
    .sort((a, b) => a.team.name.localeCompare(b.team.name, 'en'));
}

/**
 * Puts a text into the agenda of a planned circle, with its questions. False: it was in it already, and nothing changed.
 * @throws RuleBroken 403 when the person does not lead the team, or the circle is not planned any more
 */
export async function useInCircle(
  supabase: Supabase,
  circleId: string,
  { item, questions }: InCircle
): Promise<boolean> {
  const [row] = agendaRows([item]);
  return (
    mustWork(
      await supabase.rpc('use_in_circle', {
        p_circle: circleId,
        p_item: row ?? {},
        p_questions: questions.map(({ prompt, tableTitle }) => ({ prompt, table_title: tableTitle }))
      })
    ) === true
  );
}
