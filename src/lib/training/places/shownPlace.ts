import type { OwnPlace } from './schema.ts';

/** What the page of one's own place is told: without the forms and results of evaluations and the signed certificate, which have pages of their own. */
export const shownPlace = ({ evaluations, certificate, ...place }: OwnPlace) => ({
  ...place,
  evaluations: evaluations.map(({ id, title, phase, closesAt, enough }) => ({ id, title, phase, closesAt, enough })),
  certificate: certificate && { issuedOn: certificate.issuedOn, revokedOn: certificate.revokedOn }
});

export type ShownPlace = ReturnType<typeof shownPlace>;
