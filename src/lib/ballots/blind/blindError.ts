/**
 * What can go wrong with a blind token. `key`: not an RSA key of the right size and exponent. `message`: the message
 * shares a factor with the key. `blinding`: no usable random factor was drawn. `length`, `range`: the other side sent
 * something that no honest client sends. `signature`: it does not verify. `fault`: the signer computed wrongly.
 * `sealed`: an answer could not be sealed or opened.
 */
export type BlindReason = 'key' | 'message' | 'blinding' | 'length' | 'range' | 'signature' | 'fault' | 'sealed';

/** Carries the reason and nothing of the data, so it may be logged. */
export class BlindError extends Error {
  readonly reason: BlindReason;

  constructor(reason: BlindReason) {
    super(`Blind token: ${reason}`);
    this.name = 'BlindError';
    this.reason = reason;
  }
}
