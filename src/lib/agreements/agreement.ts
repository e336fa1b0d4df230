import type { AgreementLine } from './line.ts';

/** A version of what a team promised each other. `adoptedAt` is an ISO instant, `reviewOn` a day (`YYYY-MM-DD`). */
export interface Agreement {
  version: number;
  lines: AgreementLine[];
  adoptedAt: string;
  reviewOn: string | null;
}
