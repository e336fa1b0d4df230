import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { wallClock } from '../../agenda/clock.ts';
import type { Action } from '../action.ts';

export const actionColumns =
  'id, team_id, circle_id, text, owner_id, owner_name, due_on, created_at, closed_at, outcome, let_go';
const withCircle =
  `${actionColumns}, circles(id, title, starts_at, time_zone, held_on, series_id, circle_roles(person_id, role))` as const;

interface CircleOfAction {
  id: string;
  title: string;
  starts_at: string | null;
  time_zone: string;
  held_on: string[];
  series_id: string | null;
  circle_roles: { person_id: string; role: string }[];
}

interface ActionRow {
  id: string;
  text: string;
  owner_id: string | null;
  owner_name: string;
  due_on: string | null;
  created_at: string;
  closed_at: string | null;
  outcome: string;
  let_go: boolean;
  circles: CircleOfAction | null;
}

/** The day a circle was held, else the one it is planned for. */
export function circleDay({
  held_on,
  starts_at,
  time_zone
}: Pick<CircleOfAction, 'held_on' | 'starts_at' | 'time_zone'>): string | null {
  return held_on[0] ?? (starts_at === null ? null : wallClock(Date.parse(starts_at), time_zone).date);
}

/** Who reads: what they may do with an action follows from this, and the database has the last word. */
export interface Reader {
  personId: string;
  isLead: boolean;
}

const keepsCircle = (circle: CircleOfAction | null, personId: string) =>
  circle?.circle_roles.some(({ person_id, role }) => person_id === personId && role !== 'observer') ?? false;

export const actionFrom = ({ circles: circle, ...row }: ActionRow, { personId, isLead }: Reader): Action => ({
  id: row.id,
  text: row.text,
  ownerId: row.owner_id,
  ownerName: row.owner_name,
  dueOn: row.due_on,
  createdAt: row.created_at,
  closedAt: row.closed_at,
  outcome: row.outcome,
  letGo: row.let_go,
  circle: circle && { id: circle.id, title: circle.title, day: circleDay(circle), seriesId: circle.series_id },
  mayClose: isLead || row.owner_id === personId || keepsCircle(circle, personId),
  mayChange: isLead || keepsCircle(circle, personId)
});

export interface TeamActions {
  team: { id: string; name: string; timeZone: string };
  isLead: boolean;
  members: { id: string; name: string }[];
  actions: Action[];
}

/** A team's actions, open and closed, or null to someone who is not in it. One read. */
export async function actionsOfTeam(supabase: Supabase, teamId: string, personId: string): Promise<TeamActions | null> {
  const row = mustWork(
    await supabase
      .from('teams')
      .select(`id, name, time_zone, team_members(person_id, role, people(display_name)), actions(${withCircle})`)
      .eq('id', teamId)
      .maybeSingle()
  );
  const mine = row?.team_members.find((member) => member.person_id === personId);
  if (!row || !mine) return null;
  const isLead = mine.role === 'lead';
  return {
    team: { id: row.id, name: row.name, timeZone: row.time_zone },
    isLead,
    members: row.team_members
      .map((member) => ({ id: member.person_id, name: member.people.display_name }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    actions: row.actions.map((action) => actionFrom(action, { personId, isLead }))
  };
}

/** What a circle has to show: every action of its own, and all the team's open ones; `actionsAtCircle` chooses. One read. */
export async function actionsForCircle(
  supabase: Supabase,
  circle: { id: string; team: { id: string } },
  reader: Reader
): Promise<Action[]> {
  const rows = mustWork(
    await supabase
      .from('actions')
      .select(withCircle)
      .eq('team_id', circle.team.id)
      .or(`closed_at.is.null,circle_id.eq.${circle.id}`)
  );
  return rows.map((row) => actionFrom(row, reader));
}

/** An open action of mine, with the team it belongs to. */
export interface MyAction extends Action {
  team: { id: string; name: string; timeZone: string };
}

/** My open actions in all my teams. One read. */
export async function myOpenActions(supabase: Supabase, personId: string): Promise<MyAction[]> {
  const rows = mustWork(
    await supabase
      .from('actions')
      .select(`${withCircle}, teams(id, name, time_zone)`)
      .eq('owner_id', personId)
      .is('closed_at', null)
  );
  return rows.map((row) => ({
    ...actionFrom(row, { personId, isLead: false }),
    team: { id: row.teams.id, name: row.teams.name, timeZone: row.teams.time_zone }
  }));
}
