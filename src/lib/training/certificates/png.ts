/** Above any badge picture we draw, and what a verifier is ready to look through. */
export const mostBytes = 2 * 1024 * 1024;

/** Keyword of the chunk that holds the signed file (Open Badges 3.0, 5.3.1). */
const keyword = 'openbadgecredential';

const signature = [137, 80, 78, 71, 13, 10, 26, 10];
const utf8 = new TextEncoder();

/** no_png: another kind of file. broken: a PNG whose chunks don't hold together. too_large: more than `mostBytes`. */
export class PngFault extends Error {
  readonly kind: 'no_png' | 'broken' | 'too_large';
  constructor(kind: PngFault['kind']) {
    super(`The picture cannot be read: ${kind}.`);
    this.kind = kind;
  }
}

/** A chunk: its type, and where the whole of it (length, type, data, CRC) and its data are. */
interface Chunk {
  type: string;
  from: number;
  data: Uint8Array;
  to: number;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** CRC-32 as PNG counts it (ISO/IEC 15948, annex D). */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte);

/** @throws PngFault */
function chunksOf(png: Uint8Array): Chunk[] {
  if (!isPng(png)) throw new PngFault('no_png');
  if (png.length > mostBytes) throw new PngFault('too_large');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  let from = signature.length;
  while (from < png.length) {
    if (from + 12 > png.length) throw new PngFault('broken');
    const length = view.getUint32(from);
    const to = from + 12 + length;
    if (to > png.length || view.getUint32(to - 4) !== crcOf(png.subarray(from + 4, to - 4)))
      throw new PngFault('broken');
    const type = String.fromCharCode(...png.subarray(from + 4, from + 8));
    chunks.push({ type, from, data: png.subarray(from + 8, to - 4), to });
    from = to;
  }
  if (chunks[0]?.type !== 'IHDR' || chunks.findIndex(({ type }) => type === 'IEND') !== chunks.length - 1)
    throw new PngFault('broken');
  return chunks;
}

const isOurs = ({ type, data }: Chunk): boolean =>
  type === 'iTXt' && data[keyword.length] === 0 && keyword === String.fromCharCode(...data.subarray(0, keyword.length));

function chunkOf(text: string): Uint8Array {
  // Keyword, end of keyword, not compressed, method 0, no language, no translated keyword.
  const data = utf8.encode(`${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(utf8.encode('iTXt'), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crcOf(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

/**
 * Bakes a signed file into a picture: an iTXt chunk before the end, in the place of one that was there. All other chunks stay as they are.
 * @throws PngFault
 */
export function bake(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const kept = chunksOf(png)
    .filter((chunk) => !isOurs(chunk))
    .map(({ from, to }) => png.subarray(from, to));
  const parts = [Uint8Array.from(signature), ...kept.slice(0, -1), chunkOf(text), ...kept.slice(-1)];
  const baked = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    baked.set(part, at);
    at += part.length;
  }
  if (baked.length > mostBytes) throw new PngFault('too_large');
  return baked;
}

/**
 * What is baked into a picture; null when nothing is, or it is compressed, which the standard forbids.
 * @throws PngFault
 */
export function readBaked(png: Uint8Array): string | null {
  const data = chunksOf(png).find(isOurs)?.data;
  if (!data || data[keyword.length + 1] !== 0) return null;
  const language = data.indexOf(0, keyword.length + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  return translated < 0 ? null : new TextDecoder().decode(data.subarray(translated + 1));
}
