import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { Agreement } from '../agreement.ts';
import type { AgreementLine } from '../line.ts';
import type { AdoptedAgreement } from '../schema.ts';

export interface TeamAgreements {
  team: { id: string; name: string; timeZone: string };
  isLead: boolean;
  /** Newest first; the first is in force. */
  versions: Agreement[];
}

/** A team's agreements with all their versions, or null to someone who is not in the team. */
export async function agreementsOf(
  supabase: Supabase,
  teamId: string,
  personId: string
): Promise<TeamAgreements | null> {
  const team = mustWork(
    await supabase
      .from('teams')
      .select('id, name, time_zone, team_members(person_id, role), agreements(version, lines, adopted_at, review_on)')
      .eq('id', teamId)
      .maybeSingle()
  );
  const mine = team?.team_members.find((member) => member.person_id === personId);
  if (!mine) return null;
  return {
    team: { id: team.id, name: team.name, timeZone: team.time_zone },
    isLead: mine.role === 'lead',
    versions: team.agreements
      .map((row) => ({
        version: row.version,
        lines: row.lines as unknown as AgreementLine[],
        adoptedAt: row.adopted_at,
        reviewOn: row.review_on
      }))
      .toSorted((a, b) => b.version - a.version)
  };
}

/**
 * Adopts the next version after the one the lead had on screen; gives its number.
 * @throws RuleBroken 409 `already_there` when someone adopted that version meanwhile, 403 when the person is no lead
 */
export async function adoptAgreement(supabase: Supabase, teamId: string, next: AdoptedAgreement): Promise<number> {
  const version = next.current + 1;
  const { error } = await supabase.from('agreements').insert({
    team_id: teamId,
    version,
    lines: next.lines as unknown as { part: string; text: string }[],
    review_on: next.reviewOn
  });
  mustWork({ data: true, error });
  return version;
}
