import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { AgreementLine } from '../../agreements/line.ts';
import type { CircleSummary } from '../circle.ts';
import type { CircleGroup, CircleQuestion } from '../questions.ts';
import { isCircleState } from '../state.ts';
import { circleKinds } from '../circleTemplate.ts';

/** Everything the pages of one circle show, but its agenda. */
export interface WholeCircle extends CircleSummary {
  agendaVersion: number;
  openedAt: string | null;
  team: { id: string; name: string; timeZone: string };
  isLead: boolean;
  members: { id: string; name: string }[];
  /** What the team promised each other, as in force now; null when there is nothing yet. */
  agreement: { version: number; lines: AgreementLine[] } | null;
  questions: CircleQuestion[];
  groups: CircleGroup[];
  /** `question group` of every note in which something was written. */
  written: string[];
}

/** Columns of a summary. */
export const summary = 'id, title, kind, state, starts_at, time_zone, planned_minutes, held_on';

interface SummaryRow {
  id: string;
  title: string;
  kind: string;
  state: string;
  starts_at: string | null;
  time_zone: string;
  planned_minutes: number;
  held_on: string[];
}

/** Columns of a summary. */
export /** A summary from its columns; a word the app does not know is read as the quietest one. */
const summaryOf = (row: SummaryRow): CircleSummary => ({
  id: row.id,
  title: row.title,
  kind: circleKinds.find((kind) => kind === row.kind) ?? 'staff',
  state: isCircleState(row.state) ? row.state : 'archived',
  startsAt: row.starts_at,
  timeZone: row.time_zone,
  plannedMinutes: row.planned_minutes,
  heldOn: row.held_on
});

/** One circle with its team, questions and groups, or null to someone who is not in the team. */
export async function wholeCircle(supabase: Supabase, circleId: string, personId: string): Promise<WholeCircle | null> {
  const row = mustWork(
    await supabase
      .from('circles')
      .select(
        `${summary}, agenda_version, opened_at,
         teams(id, name, time_zone, team_members(person_id, role, people(display_name)), agreements(version, lines)),
         questions(id, number, prompt, table_title), groups(id, position, name, recorder_id), notes(question_id, group_id)`
      )
      .eq('id', circleId)
      .neq('notes.body', '')
      .maybeSingle()
  );
  const mine = row?.teams.team_members.find((member) => member.person_id === personId);
  if (!row || !mine) return null;
  const members = row.teams.team_members
    .map((member) => ({ id: member.person_id, name: member.people.display_name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const agreement = row.teams.agreements.toSorted((a, b) => b.version - a.version)[0];
  return {
    ...summaryOf(row),
    agendaVersion: row.agenda_version,
    openedAt: row.opened_at,
    team: { id: row.teams.id, name: row.teams.name, timeZone: row.teams.time_zone },
    isLead: mine.role === 'lead',
    members,
    agreement: agreement ? { version: agreement.version, lines: agreement.lines as unknown as AgreementLine[] } : null,
    questions: row.questions
      .map(({ id, number, prompt, table_title }) => ({ id, number, prompt, tableTitle: table_title }))
      .toSorted((a, b) => a.number - b.number),
    groups: row.groups
      .toSorted((a, b) => a.position - b.position)
      .map(({ id, name, recorder_id }) => ({
        id,
        name,
        recorder: members.find((member) => member.id === recorder_id) ?? null
      })),
    written: row.notes.map((note) => `${note.question_id} ${note.group_id}`)
  };
}
