import type { AgreementKind } from './kind.ts';
import type { AgreementLine } from './line.ts';

/** A proposal in a list. Instants are ISO strings; `by` is empty when that person is no longer here. */
export interface ProposalSummary {
  id: string;
  /** The version it would change; 0 when there was none. */
  basedOn: number;
  why: string;
  by: string;
  byId: string | null;
  proposedAt: string;
  adoptedVersion: number | null;
  withdrawnAt: string | null;
}

export interface Remark {
  id: string;
  by: string;
  byId: string | null;
  text: string;
  saidAt: string;
}

/** A proposal with what it would make, what it started from, and what people say about it, oldest first. */
export interface Proposal extends ProposalSummary {
  lines: AgreementLine[];
  before: AgreementLine[];
  remarks: Remark[];
}

/** A proposal as a notice names it: neither adopted nor withdrawn. */
export interface WaitingProposal {
  id: string;
  team: { id: string; name: string };
  kind: AgreementKind;
  by: string;
  /** Whether the reader proposed it. */
  mine: boolean;
}

export type ProposalState = 'open' | 'stale' | 'adopted' | 'withdrawn';

/** Where a proposal stands; stale when another version was adopted since. `inForce` is 0 when nothing is in force. */
export function stateOf(
  proposal: Pick<ProposalSummary, 'basedOn' | 'adoptedVersion' | 'withdrawnAt'>,
  inForce: number
): ProposalState {
  if (proposal.adoptedVersion !== null) return 'adopted';
  if (proposal.withdrawnAt !== null) return 'withdrawn';
  return proposal.basedOn === inForce ? 'open' : 'stale';
}

/** What still waits for a word first, newest first; then what is over. */
export function byWaiting<P extends ProposalSummary>(
  proposals: readonly P[],
  inForce: number
): { waiting: P[]; over: P[] } {
  const newest = proposals.toSorted((a, b) => b.proposedAt.localeCompare(a.proposedAt));
  const waits = (proposal: P) => ['open', 'stale'].includes(stateOf(proposal, inForce));
  return { waiting: newest.filter(waits), over: newest.filter((proposal) => !waits(proposal)) };
}
