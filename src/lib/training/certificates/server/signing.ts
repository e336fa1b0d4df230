import type { JWK } from 'jose';
import type { Json } from '../../../database.types.ts';
import type { Backend } from '../../../server/backend.ts';
import type { Env } from '../../../server/env.ts';
import { logFault } from '../../../server/log.ts';
import { serviceClient, type Supabase } from '../../../server/supabase.ts';
import { keyPath } from '../addresses.ts';
import type { Certificate } from '../certificate.ts';
import { credentialOf, headerOf } from '../credential.ts';
import { certificateKeysOf, type CertificateKeys } from './keyFile.ts';
import { certificateFrom } from './row.ts';

/** The database refused; its code alone is told, since its message may quote values. */
class SigningFault extends Error {
  override name = 'SigningFault';
}

const told = <T>({ data, error }: { data: T; error: { code: string } | null }): NonNullable<T> => {
  if (error) throw new SigningFault(`the database refused (${error.code})`);
  return data as NonNullable<T>;
};

/**
 * Signs certificates that the database has given and nobody signed yet: what they say stands there and comes from no page. Broken off
 * anywhere, the next pass does the rest. What could not be signed for one organisation is thrown when all others are done.
 * @param service the server's own client
 * @param origin of this server, as certificates carry it, without a slash at its end
 * @param only these, of those that wait; all of them without
 * @returns how many were signed
 */
export async function signWaiting(
  service: Supabase,
  keys: CertificateKeys,
  origin: string,
  only?: readonly string[]
): Promise<number> {
  const all = told(await service.rpc('certificates_to_sign')).map(certificateFrom);
  const waiting = all.filter(({ id }) => only?.includes(id) ?? true);
  const faults: unknown[] = [];
  for (const [organisationId, certificates] of Map.groupBy(waiting, (certificate) => certificate.organisationId)) {
    try {
      const key = await currentKey(service, keys, { origin, organisationId });
      for (const certificate of certificates) {
        const signed = await keys.sign(key, headerOf(key, origin), JSON.stringify(credentialOf(certificate, origin)));
        if (signed === null) throw new SigningFault('the key went away');
        told(await service.rpc('sign_certificate', { p_certificate: certificate.id, p_key: key, p_signed: signed }));
      }
    } catch (fault) {
      // A key of one organisation that can't be read holds no other up.
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return waiting.length;
}

/** The organisation's latest key whose private half is here; a new one when there is none. */
async function currentKey(
  service: Supabase,
  keys: CertificateKeys,
  { origin, organisationId }: { origin: string } & Pick<Certificate, 'organisationId'>
): Promise<string> {
  const known = told(await service.rpc('keys_to_sign_with', { p_organisation: organisationId }));
  const here = known.find((id) => keys.has(id));
  if (here) return here;
  // The file first: a key that is published and gone would be worse than a file nobody asks for.
  const { id, publicKey } = await keys.make();
  const published: JWK = { ...publicKey, kid: origin + keyPath(id) };
  const row = { p_key: id, p_organisation: organisationId, p_public_key: published as unknown as NonNullable<Json> };
  told({ ...(await service.rpc('add_organisation_key', row)), data: true });
  return id;
}

type Pass = (origin: string, only?: readonly string[]) => Promise<void>;
let wake: Pass | undefined;

/** Lets the job sign now what it would sign at its next turn, of these, and waits for it. What it could not sign is told in the log. */
export const signNow = (origin: string, only: readonly string[]): Promise<void> =>
  wake?.(origin, only) ?? Promise.resolve();

const EVERY = 60_000;

/**
 * Signs at the start, every minute, and when it is woken; one pass after the other. Without a set address (`ORIGIN`) only when it is woken: the address that
 * the trainer came by is the one their certificates carry, and nobody else's. Gives what stops it, resolving when the pass at hand is done.
 */
export function startSigning(backend: Backend, env: Pick<Env, 'DATA_DIR' | 'ORIGIN'>): () => Promise<void> {
  const service = serviceClient(backend);
  const keys = certificateKeysOf(env);
  let passes = Promise.resolve();
  let stopped = false;
  const pass: Pass = (origin, only) =>
    (passes = passes.then(async () => {
      if (stopped) return;
      try {
        await signWaiting(service, keys, origin, only);
      } catch (fault) {
        // Of other faults the name alone: what they say may quote a file.
        const known = fault instanceof SigningFault ? `${fault.name}: ${fault.message}` : null;
        logFault('certificates', { kind: known ?? (fault instanceof Error ? fault.name : typeof fault) });
      }
    }));
  wake = pass;
  const origin = env.ORIGIN?.replace(/\/$/, '');
  if (origin !== undefined) void pass(origin);
  const timer = origin === undefined ? undefined : setInterval(() => void pass(origin), EVERY).unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    wake = undefined;
    await passes;
  };
}
