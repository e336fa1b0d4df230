import type { AgreementKind } from './kind.ts';
import { starters, type AgreementStarter } from './starters.ts';
import { termsStarters } from './termsStarters.ts';

/** First drafts to choose from, by name. */
export const startersOf = (kind: AgreementKind): Record<string, AgreementStarter> =>
  kind === 'terms' ? termsStarters : starters;
