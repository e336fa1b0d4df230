/** What is agreed: how a team is with each other in circles, or a standing group's terms of reference. */
export type AgreementKind = 'agreement' | 'terms';

/** Which of the two a page below `/teams/…` is about: both have the same pages, each below its own word. */
export const kindOfPath = (pathname: string): AgreementKind =>
  pathname.split('/')[3] === 'terms' ? 'terms' : 'agreement';

/** The pages of a team's agreements or terms of reference. */
export const pathOf = (teamId: string, kind: AgreementKind): string =>
  `/teams/${teamId}/${kind === 'terms' ? 'terms' : 'agreements'}`;
