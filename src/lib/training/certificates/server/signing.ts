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
 * Signs every certificate that the database has given and nobody signed yet: what it says stands there and comes from no page. Broken off
 * anywhere, the next pass does the rest.
 * @param service the server's own client
 * @param origin of this server, as certificates carry it, without a slash at its end
 * @returns how many were signed
 */
export async function signWaiting(service: Supabase, keys: CertificateKeys, origin: string): Promise<number> {
  const waiting = told(await service.rpc('certificates_to_sign')).map(certificateFrom);
  const current = new Map<string, string>();
  for (const certificate of waiting) {
    const { id, organisationId } = certificate;
    const key = current.get(organisationId) ?? (await currentKey(service, keys, { origin, organisationId }));
    current.set(organisationId, key);
    const signed = await keys.sign(key, headerOf(key, origin), JSON.stringify(credentialOf(certificate, origin)));
    if (signed === null) throw new SigningFault('the key went away');
    told(await service.rpc('sign_certificate', { p_certificate: id, p_key: key, p_signed: signed }));
  }
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

let wake: ((origin: string) => Promise<void>) | undefined;

/** Lets the job sign now what it would sign at its next turn, and waits for it. What it could not sign is told in the log. */
export const signNow = (origin: string): Promise<void> => wake?.(origin) ?? Promise.resolve();

const EVERY = 60_000;

/**
 * Signs at the start, every minute, and when it is woken; one pass after the other. Without a set address (`ORIGIN`) only when it is woken: the address that
 * the trainer came by is the one their certificates carry. Gives what stops it, resolving when the pass at hand is done.
 */
export function startSigning(backend: Backend, env: Pick<Env, 'DATA_DIR' | 'ORIGIN'>): () => Promise<void> {
  const service = serviceClient(backend);
  const keys = certificateKeysOf(env);
  let passes = Promise.resolve();
  let stopped = false;
  const pass = (origin: string): Promise<void> =>
    (passes = passes.then(async () => {
      if (stopped) return;
      try {
        await signWaiting(service, keys, origin);
      } catch (fault) {
        logFault('certificates', { kind: fault instanceof Error ? `${fault.name}: ${fault.message}` : typeof fault });
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
