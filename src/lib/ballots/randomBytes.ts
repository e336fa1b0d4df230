/**
 * A cryptographic source: that many random bytes, each call anew. On the server `(n) => crypto.getRandomValues(new
 * Uint8Array(n))`.
 */
export type RandomBytes = (length: number) => Uint8Array;
