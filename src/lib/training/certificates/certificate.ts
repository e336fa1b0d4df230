/** What a certificate says, as it was on the day of issue. Dates are `YYYY-MM-DD`. */
export interface CertificateFacts {
  name: string;
  training: string;
  organisation: string;
  /** To the half hour. */
  hours: number;
  /** Titles, in the order of the timetable. */
  subjects: string[];
  beginsOn: string;
  endsOn: string;
  issuedOn: string;
}

/** A certificate as it is kept, signed or about to be. */
export interface Certificate extends CertificateFacts {
  id: string;
  organisationId: string;
  /** Null once the training has been destroyed, as records are after their time. */
  trainingId: string | null;
  trainers: string[];
  daysNeeded: number;
  days: number;
  /** Days whose half days all count for this person. */
  daysCounted: number;
  makeUpsCount: boolean;
  /** The signed file, a compact JWS; null until the server has signed it. */
  signed: string | null;
  revokedOn: string | null;
  revokedWhy: string;
}

/** A name for the file that says nothing about the person. */
export const fileName = ({ endsOn }: Pick<CertificateFacts, 'endsOn'>, ending: 'png' | 'jwt'): string =>
  `certificate-${endsOn}.${ending}`;
