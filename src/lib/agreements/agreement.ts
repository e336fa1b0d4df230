import type { AgreementLine } from './line.ts';

/** A version of what a team promised each other. `adoptedAt` is an ISO instant, `reviewOn` a day (`YYYY-MM-DD`). */
export interface Agreement {
  id: string;
  version: number;
  lines: AgreementLine[];
  adoptedAt: string;
  reviewOn: string | null;
}

/** A version as a notice names it to someone who has not yet said that they read it. */
export interface Unread {
  team: { id: string; name: string };
  kind: 'agreement' | 'terms';
  version: number;
}
