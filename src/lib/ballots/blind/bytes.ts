/** Bytes that WebCrypto accepts: never a view of shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Draws `length` fresh random bytes. Tests pass their own to repeat published vectors. */
export type Random = (length: number) => Bytes;

/** The operating system's random source; in a browser and in Node the same call. */
export const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** All parts in one array, in order. */
export function concat(...parts: Iterable<number>[]): Bytes {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** Lower-case hex, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes of a string of an even number of hex digits. Throws RangeError on anything else. */
export function fromHex(hex: string): Bytes {
  if (!/^([\da-f]{2})*$/i.test(hex)) throw new RangeError('Not hex');
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

/** Base64url without padding (RFC 4648, section 5), as tokens and keys travel. For thousands of bytes, not millions. */
export function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The bytes of a base64url string without padding. Throws on any other character. */
export function fromBase64url(text: string): Bytes {
  if (!/^[\w-]*$/.test(text)) throw new RangeError('Not base64url');
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

/** The number that big-endian bytes stand for (OS2IP of RFC 8017). */
export function toNumber(bytes: Uint8Array): bigint {
  return BigInt('0x0' + toHex(bytes));
}

/** A number as `length` big-endian bytes (I2OSP of RFC 8017). The number must fit. */
export function fromNumber(number: bigint, length: number): Bytes {
  return fromHex(number.toString(16).padStart(2 * length, '0'));
}
