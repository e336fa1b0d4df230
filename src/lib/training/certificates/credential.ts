import { issuerPath, keyPath, revokedPath, statusPath } from './addresses.ts';
import type { Certificate } from './certificate.ts';
import { countedInWords, criteriaInWords } from './rule.ts';

/** Open Badges 3.0 (https://www.imsglobal.org/spec/ob/v3p0/) on the W3C's data model 2.0; the last one names the kind of status list. */
export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
];

/** Kind of `credentialStatus`: https://www.imsglobal.org/spec/vcrl/v1p0/ */
export const revocationList = '1EdTechRevocationList';

/** The protected header of the signed file. RS256 is what every verifier of Open Badges must know; `kid` is where the public key is. */
export const headerOf = (key: string, origin: string) =>
  ({ alg: 'RS256', typ: 'JWT', kid: origin + keyPath(key) }) as const;

/** The address a certificate is known by, in its file and in the list of revoked ones. */
export const credentialId = (certificate: string, origin: string): string => origin + statusPath(certificate);

/**
 * A certificate as an AchievementCredential in the form of VC-JWT (Open Badges 3.0, 8.2): the credential itself, with the registered
 * claims that repeat it. The holder is named, for that is what a certificate is for; no e-mail address and no id of an account is in it.
 * @param origin of this server, without a slash at its end
 */
export function credentialOf(certificate: Certificate, origin: string) {
  const { id, organisationId, organisation, name, training, subjects, hours, issuedOn } = certificate;
  const credential = credentialId(id, origin);
  const issuer = origin + issuerPath(organisationId);
  // One holder of one certificate: nothing that would connect two files of the same person.
  const holder = `${credential}#holder`;
  const validFrom = `${issuedOn}T00:00:00Z`;
  const criteria = criteriaInWords(certificate);
  const counted = countedInWords(certificate);
  return {
    iss: issuer,
    jti: credential,
    sub: holder,
    nbf: Date.parse(validFrom) / 1000,
    '@context': contexts,
    id: credential,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: training,
    issuer: { id: issuer, type: ['Profile'], name: organisation },
    validFrom,
    credentialSubject: {
      id: holder,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: name, hashed: false }],
      activityStartDate: `${certificate.beginsOn}T00:00:00Z`,
      activityEndDate: `${certificate.endsOn}T00:00:00Z`,
      creditsEarned: hours,
      ...(counted === null ? {} : { narrative: counted }),
      achievement: {
        // The training where it is known: all its certificates are of one achievement, but for those of who came to a part of it.
        id: `urn:uuid:${counted === null ? (certificate.trainingId ?? id) : id}`,
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        name: training,
        description: criteria,
        criteria: { narrative: criteria },
        creditsAvailable: hours,
        tag: subjects
      }
    },
    credentialStatus: { id: origin + revokedPath(organisationId), type: revocationList }
  };
}

/** What stands at an issuer's address: its name, and the addresses of the keys it signs with. */
export const profileOf = (issuer: { id: string; name: string; keys: string[] }, origin: string) => ({
  '@context': contexts.slice(0, 2),
  id: origin + issuerPath(issuer.id),
  type: ['Profile'],
  name: issuer.name,
  assertionMethod: issuer.keys.map((key) => origin + keyPath(key))
});

/** What stands at the address of revoked certificates. Why is between the organisation and the holder. */
export const revokedListOf = (organisation: string, certificates: readonly string[], origin: string) => ({
  id: origin + revokedPath(organisation),
  type: revocationList,
  issuer: origin + issuerPath(organisation),
  revokedCredentials: certificates.map((id) => ({ id: credentialId(id, origin), revoked: true }))
});
