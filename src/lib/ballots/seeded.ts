import { createCipheriv, createHash } from 'node:crypto';
import type { RandomBytes } from './randomBytes.ts';

const CHUNK = 65_536;

/** For tests only: bytes that look random and are the same for the same seed (AES in counter mode). */
export function seeded(seed: string): RandomBytes {
  const stream = createCipheriv('aes-256-ctr', createHash('sha256').update(seed).digest(), new Uint8Array(16));
  let chunk = new Uint8Array(0);
  let at = 0;
  return (length) => {
    if (at + length > chunk.length) {
      chunk = new Uint8Array(stream.update(new Uint8Array(Math.max(CHUNK, length))));
      at = 0;
    }
    return chunk.slice(at, (at += length));
  };
}
