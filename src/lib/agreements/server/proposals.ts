import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { AgreementKind } from '../kind.ts';
import type { AgreementLine } from '../line.ts';
import type { Proposal, ProposalSummary, WaitingProposal } from '../proposal.ts';
import type { NewProposal } from '../schema.ts';

/** Columns of a summary. */
export const proposalColumns =
  'id, based_on, why, proposed_by, proposed_at, adopted_version, withdrawn_at, people(display_name)';

interface ProposalRow {
  id: string;
  based_on: number;
  why: string;
  proposed_by: string | null;
  proposed_at: string;
  adopted_version: number | null;
  withdrawn_at: string | null;
  people: { display_name: string } | null;
}

/** A summary from its columns. */
export const summaryOf = (row: ProposalRow): ProposalSummary => ({
  id: row.id,
  basedOn: row.based_on,
  why: row.why,
  by: row.people?.display_name ?? '',
  byId: row.proposed_by,
  proposedAt: row.proposed_at,
  adoptedVersion: row.adopted_version,
  withdrawnAt: row.withdrawn_at
});

/** One proposal of a team with what people say about it, or null when there is none for this reader. */
export async function proposalOf(
  supabase: Supabase,
  teamId: string,
  kind: AgreementKind,
  proposalId: string
): Promise<Proposal | null> {
  const found = await supabase
    .from('agreement_proposals')
    .select(
      `${proposalColumns}, lines, teams(agreements(kind, version, lines)),
       agreement_remarks(id, person_id, text, said_at, people(display_name))`
    )
    .eq('id', proposalId)
    .eq('team_id', teamId)
    .eq('kind', kind)
    .maybeSingle();
  const row = mustWork(found) as typeof found.data;
  if (!row) return null;
  const base = row.teams.agreements.find((one) => one.kind === kind && one.version === row.based_on);
  return {
    ...summaryOf(row),
    lines: row.lines as unknown as AgreementLine[],
    before: (base?.lines ?? []) as unknown as AgreementLine[],
    remarks: row.agreement_remarks
      .map((remark) => ({
        id: remark.id,
        by: remark.people?.display_name ?? '',
        byId: remark.person_id,
        text: remark.text,
        saidAt: remark.said_at
      }))
      .toSorted((a, b) => a.saidAt.localeCompare(b.saidAt))
  };
}

/** What waits for a word in the reader's teams, oldest first, until it is adopted or withdrawn. One read. */
export async function waitingProposals(
  supabase: Supabase,
  personId: string,
  teamId?: string
): Promise<WaitingProposal[]> {
  const waiting = supabase
    .from('agreement_proposals')
    .select('id, team_id, kind, proposed_by, teams(name), people(display_name)')
    .is('adopted_version', null)
    .is('withdrawn_at', null)
    .order('proposed_at');
  const rows = mustWork(await (teamId ? waiting.eq('team_id', teamId) : waiting));
  return rows.map((row) => ({
    id: row.id,
    team: { id: row.team_id, name: row.teams.name },
    kind: row.kind === 'terms' ? ('terms' as const) : ('agreement' as const),
    by: row.people?.display_name ?? '',
    mine: row.proposed_by === personId
  }));
}

/** Proposes a change; gives the proposal's id. Sent twice, it is one proposal. */
export async function propose(
  supabase: Supabase,
  teamId: string,
  kind: AgreementKind,
  proposal: NewProposal
): Promise<string> {
  const made = await supabase
    .from('agreement_proposals')
    .insert({
      team_id: teamId,
      kind,
      based_on: proposal.current,
      lines: proposal.lines as unknown as { part: string; text: string }[],
      why: proposal.why,
      request_key: proposal.key
    })
    .select('id')
    .single();
  if (made.error?.code !== '23505') return mustWork(made).id;
  const sent = supabase.from('agreement_proposals').select('id').eq('team_id', teamId).eq('request_key', proposal.key);
  return mustWork(await sent.single()).id;
}

/** Says something about a proposal, with one's name. */
export async function remark(supabase: Supabase, teamId: string, proposalId: string, text: string): Promise<void> {
  const { error } = await supabase.from('agreement_remarks').insert({ proposal_id: proposalId, team_id: teamId, text });
  mustWork({ data: true, error });
}

/** Takes one's own words back; gone already is as good. */
export async function takeBackRemark(supabase: Supabase, proposalId: string, remarkId: string): Promise<void> {
  const { error } = await supabase.from('agreement_remarks').delete().eq('id', remarkId).eq('proposal_id', proposalId);
  mustWork({ data: true, error });
}

/**
 * Adopts a proposal as the next version; gives its number.
 * @throws RuleBroken 409 when it is closed or another version was adopted since, 403 to everybody but the leads
 */
export async function adoptProposal(supabase: Supabase, proposalId: string, reviewOn: string | null): Promise<number> {
  return mustWork(await supabase.rpc('adopt_proposal', { p_proposal: proposalId, p_review_on: reviewOn as string }));
}

/** Ends a proposal: the proposer's or a lead's. @throws RuleBroken 403 to everybody else */
export async function withdrawProposal(supabase: Supabase, proposalId: string): Promise<void> {
  mustWork(await supabase.rpc('withdraw_proposal', { p_proposal: proposalId }));
}

/** Ends the proposal that a newer one brings up to date, where this person may; else it stays and says that it is stale. */
export async function withdrawReplaced(supabase: Supabase, proposalId: string): Promise<void> {
  await withdrawProposal(supabase, proposalId).catch((broken: unknown) => {
    if (!(broken instanceof RuleBroken)) throw broken;
  });
}
