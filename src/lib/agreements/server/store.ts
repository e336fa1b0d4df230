import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { missingFrom, unreadOf } from '../acknowledgement.ts';
import type { Agreement, Unread } from '../agreement.ts';
import type { AgreementKind } from '../kind.ts';
import type { AgreementLine } from '../line.ts';
import type { ProposalSummary } from '../proposal.ts';
import type { AdoptedAgreement } from '../schema.ts';
import { proposalColumns, summaryOf } from './proposals.ts';

export interface TeamAgreements {
  team: { id: string; name: string; timeZone: string };
  isLead: boolean;
  /** Newest first; the first is in force. */
  versions: Agreement[];
  proposals: ProposalSummary[];
  /** When the reader said that they read the version in force, as an ISO instant; null when not yet. */
  acknowledgedAt: string | null;
  /** Who has not yet; null to everybody but the leads, whom alone the database shows it. */
  missing: { id: string; name: string }[] | null;
}

/** A team's agreements or terms with all their versions, or null to someone who is not in the team. */
export async function agreementsOf(
  supabase: Supabase,
  teamId: string,
  personId: string,
  kind: AgreementKind = 'agreement'
): Promise<TeamAgreements | null> {
  const team = mustWork(
    await supabase
      .from('teams')
      .select(
        `id, name, time_zone, team_members(person_id, role, people(display_name)),
         agreements(id, version, lines, adopted_at, review_on, agreement_acknowledgements(person_id, acknowledged_at)),
         agreement_proposals(${proposalColumns})`
      )
      .eq('id', teamId)
      .eq('agreements.kind', kind)
      .eq('agreement_proposals.kind', kind)
      .maybeSingle()
  );
  const mine = team?.team_members.find((member) => member.person_id === personId);
  if (!mine) return null;
  const versions = team.agreements.toSorted((a, b) => b.version - a.version);
  const done = versions[0]?.agreement_acknowledgements ?? [];
  const members = team.team_members.map((member) => ({ id: member.person_id, name: member.people.display_name }));
  const isLead = mine.role === 'lead';
  return {
    team: { id: team.id, name: team.name, timeZone: team.time_zone },
    isLead,
    versions: versions.map((row) => ({
      id: row.id,
      version: row.version,
      lines: row.lines as unknown as AgreementLine[],
      adoptedAt: row.adopted_at,
      reviewOn: row.review_on
    })),
    proposals: team.agreement_proposals.map(summaryOf),
    acknowledgedAt: done.find((row) => row.person_id === personId)?.acknowledged_at ?? null,
    missing:
      isLead && versions.length > 0
        ? missingFrom(
            members,
            done.map((row) => row.person_id)
          )
        : null
  };
}

/**
 * Adopts the next version after the one the lead had on screen; gives its number.
 * @throws RuleBroken 409 `already_there` when someone adopted that version meanwhile, 403 when the person is no lead
 */
export async function adoptAgreement(
  supabase: Supabase,
  teamId: string,
  next: AdoptedAgreement,
  kind: AgreementKind = 'agreement'
): Promise<number> {
  const version = next.current + 1;
  const { error } = await supabase.from('agreements').insert({
    team_id: teamId,
    kind,
    version,
    lines: next.lines as unknown as { part: string; text: string }[],
    review_on: next.reviewOn
  });
  mustWork({ data: true, error });
  return version;
}

/** Notes that the reader has read this version and agrees to it; said twice, it is said once. */
export async function acknowledge(supabase: Supabase, teamId: string, agreementId: string): Promise<void> {
  const { error } = await supabase
    .from('agreement_acknowledgements')
    .insert({ agreement_id: agreementId, team_id: teamId });
  try {
    mustWork({ data: true, error });
  } catch (broken) {
    if (!(broken instanceof RuleBroken) || broken.hint !== 'already_there') throw broken;
  }
}

/** What is in force in the reader's teams that they have not yet acknowledged: for the home page and a team's page. */
export async function unreadAgreements(supabase: Supabase, personId: string, teamId?: string): Promise<Unread[]> {
  const versions = supabase
    .from('agreements')
    .select('team_id, kind, version, teams(name), agreement_acknowledgements(person_id)')
    .eq('agreement_acknowledgements.person_id', personId);
  const rows = mustWork(await (teamId ? versions.eq('team_id', teamId) : versions));
  return unreadOf(
    rows.map((row) => ({
      team: { id: row.team_id, name: row.teams.name },
      kind: row.kind === 'terms' ? ('terms' as const) : ('agreement' as const),
      version: row.version,
      acknowledged: row.agreement_acknowledgements.length > 0
    }))
  );
}
