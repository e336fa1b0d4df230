import { mustWork, RuleBroken } from '$lib/server/errors';
import { emit } from '$lib/server/events';
import type { Supabase } from '$lib/server/supabase';
import * as m from '$lib/paraglide/messages';
import { wallClock } from '../../agenda/clock.ts';
import type { AgendaItem } from '../../agenda/item.ts';
import { agendaRows } from '../../agenda/rows.ts';
import type { CircleSummary } from '../circle.ts';
import { summaryColumns, summaryOf } from '../circleRow.ts';
import { heldDays } from '../plan.ts';
import type { ChangedCircle, PlannedCircle } from '../schema.ts';
import type { CircleState } from '../state.ts';
import type { WholeCircle } from './whole.ts';
import { teamOfPerson, teamColumns, type TeamOfPerson } from '../../teams/teamOfPerson.ts';

export interface TeamCircles extends TeamOfPerson {
  circles: CircleSummary[];
}

/** A team with its circles, or null to someone who is not in the team (an admin who is not a member included). */
export async function circlesOf(supabase: Supabase, teamId: string, personId: string): Promise<TeamCircles | null> {
  const team = mustWork(
    await supabase.from('teams').select(`${teamColumns}, circles(${summaryColumns})`).eq('id', teamId).maybeSingle()
  );
  const own = teamOfPerson(team, personId);
  if (!team || !own) return null;
  return {
    ...own,
    circles: team.circles.map(summaryOf)
  };
}

/** Plans a circle with its agenda, questions and groups in one transaction; gives its id. Sent twice, it is one circle. */
export async function planCircle(
  supabase: Supabase,
  teamId: string,
  circle: PlannedCircle,
  items: readonly AgendaItem[]
): Promise<string> {
  const { template } = circle;
  return mustWork(
    await supabase.rpc('plan_circle', {
      p_team: teamId,
      p_key: circle.key,
      p_circle: {
        kind: template.kind,
        title: circle.title,
        starts_at: circle.startsAt,
        planned_minutes: circle.minutes,
        time_zone: circle.timeZone
      },
      p_items: agendaRows(items),
      p_questions: template.questions.map(({ prompt, tableTitle }) => ({ prompt, table_title: tableTitle })),
      p_groups: template.groups.map((name) => ({ name }))
    })
  );
}

/**
 * Takes the circle one state further. Closing writes down the days it was held on, in the circle's own time zone, after
 * the live notes have stored what is still in memory; open notes follow the new state at once.
 * @param now milliseconds since 1970
 * @throws RuleBroken 409 when the circle is not in the state the page showed
 */
export async function moveCircle(supabase: Supabase, circle: WholeCircle, to: CircleState, now: number): Promise<void> {
  const day = (instant: number) => wallClock(instant, circle.timeZone).date;
  const opened = circle.openedAt ? Date.parse(circle.openedAt) : now;
  if (to === 'closed') await emit('circle-closing', { circleId: circle.id });
  const moved = mustWork(
    to === 'open' || to === 'closed'
      ? await supabase.rpc('open_or_close_circle', {
          p_circle: circle.id,
          p_to: to,
          ...(to === 'closed' ? { p_held_on: heldDays(day(opened), day(now)) } : {})
        })
      : await archive(supabase, circle.id)
  );
  if (!moved) throw new RuleBroken(409, 'circle_state', m.circles_state_changed());
  await emit('circle-state-changed', { circleId: circle.id, state: to });
}

async function archive(supabase: Supabase, circleId: string) {
  const { data, error } = await supabase
    .from('circles')
    .update({ state: 'archived' })
    .eq('id', circleId)
    .eq('state', 'closed')
    .select('id');
  return { data: data && data.length > 0, error };
}

/** Changes name, time and minutes of a circle that is not closed. @throws RuleBroken 409 when it is closed by now */
export async function changeCircle(supabase: Supabase, circleId: string, circle: ChangedCircle): Promise<void> {
  const { title, startsAt, minutes, timeZone } = circle;
  mustWork(
    await supabase
      .from('circles')
      .update({ title, starts_at: startsAt, planned_minutes: minutes, time_zone: timeZone })
      .eq('id', circleId)
      .select('id')
      .single()
  );
}

/** Deletes a circle that was never opened. @throws RuleBroken 409 when it was opened in the meantime */
export async function removeCircle(supabase: Supabase, circleId: string): Promise<void> {
  const removed = mustWork(await supabase.from('circles').delete().eq('id', circleId).select('id'));
  if (removed.length === 0) throw new RuleBroken(409, 'circle_state', m.circles_state_changed());
}
