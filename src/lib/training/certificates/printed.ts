import { qrPicture } from '../../teams/qr.ts';
import { standingPath, verifyPath } from './addresses.ts';
import type { Certificate } from './certificate.ts';

/** What of a certificate stands on its sheet. */
type Facts = Omit<Certificate, 'organisationId' | 'trainingId' | 'signed' | 'revokedOn' | 'revokedWhy'>;

/** A certificate as it is laid on paper. */
export type PrintedCertificate = Facts & {
  /** The whole address that says whether it still holds, and the same as a QR code. */
  status: string;
  qr: string;
  /** The whole address of the page that verifies a file. */
  verify: string;
};

export function printed(certificate: Facts, origin: string): PrintedCertificate {
  const { id, name, training, organisation, hours, subjects, beginsOn, endsOn, issuedOn, trainers } = certificate;
  const { daysNeeded, days, daysCounted, makeUpsCount } = certificate;
  const status = origin + standingPath(id);
  return {
    ...{ id, name, training, organisation, hours, subjects, beginsOn, endsOn, issuedOn, trainers },
    ...{ daysNeeded, days, daysCounted, makeUpsCount },
    status,
    qr: qrPicture(status),
    verify: `${origin}${verifyPath}`
  };
}
