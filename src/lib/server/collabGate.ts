import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of ours asks. Browsers send cookies along with a socket opened by any site, and name that site in
 * Origin; it must be the host asked for, or an origin set by hand (a proxy that rewrites Host). Without an Origin it is no
 * browser, and no cookie was borrowed.
 */
export function originAllowed(headers: Headers | IncomingHttpHeaders, allowedOrigins: readonly string[] = []): boolean {
  const read = (name: string) => (headers instanceof Headers ? headers.get(name) : headers[name]);
  const origin = read('origin');
  if (typeof origin !== 'string') return true;
  if (allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === read('host');
}

/** What one socket may send. */
export interface Allowance {
  /** Per second, refilled steadily. */
  messages: number;
  bytes: number;
  /** How many seconds' worth may come at once: a reconnect brings everything written offline. */
  burst: number;
}

/**
 * Counts what a socket sends against its allowance.
 *
 * @param now the clock in milliseconds
 * @returns a function that takes a frame's size in bytes and says whether it still fits
 */
export function createBudget({ messages, bytes, burst }: Allowance, now: () => number = Date.now) {
  let last = now();
  let messagesLeft = messages * burst;
  let bytesLeft = bytes * burst;
  return (size: number): boolean => {
    const seconds = (now() - last) / 1000;
    last = now();
    messagesLeft = Math.min(messages * burst, messagesLeft + seconds * messages) - 1;
    bytesLeft = Math.min(bytes * burst, bytesLeft + seconds * bytes) - size;
    return messagesLeft >= 0 && bytesLeft >= 0;
  };
}
