import { fromBase64url } from '../blind/bytes.ts';
import { importKey, type PublicKey } from '../blind/client.ts';
import { importSealKey } from '../blind/seal.ts';
import { fingerprintOf } from '../blind/token.ts';

export type Fingerprints = { sign: string; seal: string };
export type RoundKeys = { sign: PublicKey; seal: CryptoKey };
type Published = Record<'sign' | 'seal', { key: string }>;

/** A key that is not the one everybody got: a signer could know its ballots again by it. */
export class KeyDiffers extends Error {
  override name = 'KeyDiffers';
}

/**
 * The keys of a round as anybody gets them, asked for without saying who asks. Their fingerprints are worked out here
 * and must be the ones in every list given: what the page said, what this device saw before.
 * @throws KeyDiffers when one is another; TypeError when they can't be had just now.
 */
export async function trustedKeys(round: string, expected: Fingerprints[], ask = fetch): Promise<RoundKeys> {
  const answer = await ask(`/keys/${round}.json`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store'
  });
  if (!answer.ok) throw new TypeError('The keys are not to be had.');
  const published = (await answer.json()) as Published;
  const sealBytes = fromBase64url(published.seal.key);
  const sign = await importKey(fromBase64url(published.sign.key));
  const seal = await importSealKey(sealBytes);
  const found = { sign: await fingerprintOf(sign.spki), seal: await fingerprintOf(sealBytes) };
  if (expected.some((one) => one.sign !== found.sign || one.seal !== found.seal)) throw new KeyDiffers();
  return { sign, seal };
}
