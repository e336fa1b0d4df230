import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { AgreementLine } from '../../agreements/line.ts';
import type { CircleSummary } from '../circle.ts';
import { summaryColumns, summaryOf } from '../circleRow.ts';
import type { CircleGroup, CircleQuestion } from '../questions.ts';
import { circleRoles, type CircleRole } from '../roles/role.ts';

/** Everything the pages of one circle show, but its agenda. */
export interface WholeCircle extends CircleSummary {
  agendaVersion: number;
  openedAt: string | null;
  team: { id: string; name: string; timeZone: string };
  isLead: boolean;
  /** Whether the person keeps this circle: as a lead of the team, as its facilitator or co-facilitator. */
  keeps: boolean;
  /** Whether the person is in its debrief: facilitators and observers, not a lead who was neither. */
  debriefs: boolean;
  members: { id: string; name: string }[];
  roles: { personId: string; role: CircleRole }[];
  /** What the team promised each other, as in force now; null when there is nothing yet. */
  agreement: { version: number; lines: AgreementLine[] } | null;
  questions: CircleQuestion[];
  groups: CircleGroup[];
  /** `question group` of every note in which something was written. */
  written: string[];
}

/** One circle with its team, questions and groups, or null to someone who is not in the team. */
export async function wholeCircle(supabase: Supabase, circleId: string, personId: string): Promise<WholeCircle | null> {
  const row = mustWork(
    await supabase
      .from('circles')
      .select(
        `${summaryColumns}, agenda_version, opened_at,
         teams(id, name, time_zone, team_members(person_id, role, people(display_name)), agreements(version, kind, lines)),
         circle_roles(person_id, role),
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
  // Filtered here: the embedded backend cannot filter three levels deep.
  const agreement = row.teams.agreements
    .filter(({ kind }) => kind === 'agreement')
    .toSorted((a, b) => b.version - a.version)[0];
  const isLead = mine.role === 'lead';
  const roles = row.circle_roles.flatMap(({ person_id, role }) => {
    const known = circleRoles.find((each) => each === role);
    return known ? [{ personId: person_id, role: known }] : [];
  });
  const myRole = roles.find(({ personId: id }) => id === personId)?.role;
  return {
    ...summaryOf(row),
    agendaVersion: row.agenda_version,
    openedAt: row.opened_at,
    team: { id: row.teams.id, name: row.teams.name, timeZone: row.teams.time_zone },
    isLead,
    keeps: isLead || myRole === 'facilitator' || myRole === 'co_facilitator',
    debriefs: myRole !== undefined,
    members,
    roles,
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
