import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { helpKeys, type HelpKey } from '../help.ts';
import type { Level } from '../publication/level.ts';
import type { RosterMember } from '../roster.ts';
import { ownScale } from '../scales/ownScale.ts';
import type { ScaleDefinition } from '../scales/schema.ts';
import type { PlannedRound } from '../team/schema.ts';
import type { LevelAnswer, Published, TeamRound } from '../team/teamRound.ts';

export interface TeamCheckIns {
  team: { id: string; name: string; timeZone: string; organisationId: string };
  isLead: boolean;
  members: RosterMember[];
  /** Newest first. */
  rounds: TeamRound[];
}

const roundColumns =
  'id, built_in, scale_key, scale_version, definition, opens_at, closes_at, opened_at, roster_changed, round_roster(person_id, name)';

/**
 * A team's rounds with what they said, or null to someone who is not in the team. Receipts are left out. Three reads at
 * once: rounds and publications have unique indexes by which they are embedded as one row here and as a list there.
 */
export async function teamCheckIns(supabase: Supabase, teamId: string, personId: string): Promise<TeamCheckIns | null> {
  const [asked, held, said] = await Promise.all([
    supabase
      .from('teams')
      .select('id, name, time_zone, organisation_id, team_members(person_id, role, joined_at)')
      .eq('id', teamId)
      .maybeSingle(),
    supabase.from('check_in_rounds').select(roundColumns).eq('team_id', teamId).order('opens_at', { ascending: false }),
    supabase
      .from('check_in_publications')
      .select(
        'round_id, enough, key_lost, levels, help, closed_on, level_answers(about, text, actions(text, closed_at, outcome))'
      )
      .eq('team_id', teamId)
  ]);
  const team = mustWork(asked);
  const mine = team?.team_members.find(({ person_id }) => person_id === personId);
  if (!team || !mine) return null;
  const publications = mustWork(said);
  return {
    team: { id: team.id, name: team.name, timeZone: team.time_zone, organisationId: team.organisation_id },
    isLead: mine.role === 'lead',
    members: team.team_members.map(({ person_id, role, joined_at }) => ({
      person: person_id,
      role: role === 'lead' ? 'lead' : 'member',
      joinedAt: new Date(joined_at)
    })),
    rounds: mustWork(held).map((row) =>
      roundFrom(
        row,
        publications.find(({ round_id }) => round_id === row.id)
      )
    )
  };
}

interface RoundRow {
  id: string;
  built_in: boolean;
  scale_key: string;
  scale_version: number;
  definition: unknown;
  opens_at: string;
  closes_at: string;
  opened_at: string | null;
  roster_changed: boolean | null;
  round_roster: { person_id: string; name: string }[];
}
interface PublicationRow {
  enough: boolean;
  key_lost: boolean;
  levels: unknown;
  help: unknown;
  closed_on: string;
  level_answers: {
    about: string;
    text: string;
    actions: { text: string; closed_at: string | null; outcome: string } | null;
  }[];
}

function roundFrom(row: RoundRow, said: PublicationRow | undefined): TeamRound {
  const definition = (row.definition ?? (row.built_in ? ownScale : null)) as ScaleDefinition | null;
  return {
    id: row.id,
    builtIn: row.built_in,
    definition: `${row.scale_key}/${row.scale_version}`,
    title: definition?.title ?? row.scale_key,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    opened: row.opened_at !== null,
    rosterChanged: row.roster_changed ?? true,
    roster: row.round_roster
      .map(({ person_id, name }) => ({ id: person_id, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    published: said ? publishedFrom(said, definition) : null,
    answers: said?.level_answers.map(answerFrom) ?? []
  };
}

function publishedFrom(row: PublicationRow, definition: ScaleDefinition | null): Published {
  const levels = row.levels as { scale: string; level: Level }[];
  const help = row.help as { option: HelpKey; level: Level }[];
  const titleOf = (id: string) => definition?.scales.find((scale) => scale.id === id)?.title ?? id;
  return {
    enough: row.enough,
    keyLost: row.key_lost,
    levels: levels.map((one) => ({ ...one, title: titleOf(one.scale) })),
    help: help.filter(({ option }) => helpKeys.includes(option)),
    closedOn: row.closed_on
  };
}

const answerFrom = ({ about, text, actions }: PublicationRow['level_answers'][number]): LevelAnswer => ({
  about,
  text,
  action: actions && { text: actions.text, closed: actions.closed_at !== null, outcome: actions.outcome }
});

/** Plans a round, as a lead; gives its id. Sent twice, it is one round. */
export async function scheduleRound(supabase: Supabase, teamId: string, round: PlannedRound): Promise<string> {
  return mustWork(
    await supabase.rpc('schedule_round', {
      p_team: teamId,
      p_key: round.key,
      p_built_in: round.scale === null,
      p_scale: round.scale?.key ?? ownScale.id,
      p_version: round.scale?.version ?? ownScale.version,
      p_opens: new Date(round.opensAt).toISOString(),
      p_closes: new Date(round.closesAt).toISOString()
    })
  );
}

/** Takes back a round that has not opened; gives whether there was one. */
export async function takeBackRound(supabase: Supabase, teamId: string, roundId: string): Promise<boolean> {
  const gone = mustWork(
    await supabase
      .from('check_in_rounds')
      .delete()
      .eq('id', roundId)
      .eq('team_id', teamId)
      .is('opened_at', null)
      .select('id')
  );
  return gone.length > 0;
}
