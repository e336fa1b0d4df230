import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bake, mostBytes, PngFault, readBaked } from './png.ts';

const badge = new Uint8Array(readFileSync(join(import.meta.dirname, 'badge.png')));
const head = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** Not our own CRC: Node's. */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
const pngOf = (...middle: Buffer[]) =>
  new Uint8Array(Buffer.concat([head, chunk('IHDR', Buffer.alloc(13)), ...middle, chunk('IEND', Buffer.alloc(0))]));
const faultOf = (work: () => unknown) => {
  try {
    work();
  } catch (fault) {
    return fault instanceof PngFault ? fault.kind : fault;
  }
  return 'none';
};

const text = fc.stringMatching(/^[\w-]{1,60}\.[\w-]{1,400}\.[\w-]{1,60}$/);
const others = fc.array(
  fc
    .record({ type: fc.constantFrom('tEXt', 'IDAT', 'iTXt', 'tRNS'), data: fc.uint8Array({ maxLength: 200 }) })
    .map(({ type, data }) => chunk(type, data)),
  { maxLength: 6 }
);

describe('baking', () => {
  it('gives back what was baked, and leaves every other chunk byte for byte', () => {
    fc.assert(
      fc.property(others, text, text, (middle, first, second) => {
        const plain = pngOf(...middle);
        const once = bake(plain, first);
        expect(readBaked(once)).toBe(first);
        const ours = once.length - plain.length;
        const end = plain.length - 12;
        expect(Buffer.concat([once.subarray(0, end), once.subarray(end + ours)]).equals(plain)).toBe(true);
        // A new one takes the place of the old one.
        expect(Buffer.from(bake(once, second)).equals(bake(plain, second))).toBe(true);
      }),
      { numRuns: 60 }
    );
  });

  it('writes the chunk the standard asks for, uncompressed, right before the end', () => {
    const expected = Buffer.from('openbadgecredential\0\0\0\0\0a.b.c', 'latin1');
    expect(Buffer.from(bake(badge, 'a.b.c')).subarray(badge.length - 12, -12)).toEqual(chunk('iTXt', expected));
  });

  it('keeps our badge small', () => {
    expect(badge.length).toBeLessThan(40_000);
    expect(readBaked(badge)).toBeNull();
  });

  it('reads a chunk with a language and a translated keyword, and none that is compressed', () => {
    const chunkWith = (data: string) => pngOf(chunk('iTXt', Buffer.from(data, 'latin1')));
    expect(readBaked(chunkWith('openbadgecredential\0\0\0en\0Badge\0a.b.c'))).toBe('a.b.c');
    expect(readBaked(chunkWith('openbadgecredential\0\x01\0\0\0a.b.c'))).toBeNull();
    expect(readBaked(chunkWith('openbadgecredential\0\0\0en'))).toBeNull();
    expect(readBaked(chunkWith('openbadgecredentials\0\0\0\0\0a.b.c'))).toBeNull();
  });
});

describe('files that are refused', () => {
  it.each([
    ['nothing', new Uint8Array(), 'no_png'],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'no_png'],
    ['a head alone', new Uint8Array(head), 'broken'],
    ['no end', badge.slice(0, -12), 'broken'],
    ['bytes after the end', new Uint8Array([...badge, 1]), 'broken'],
    ['a length beyond the file', new Uint8Array([...head, 255, 255, 255, 255, 73, 72, 68, 82, 0, 0, 0, 0]), 'broken'],
    ['2 MB and more', pngOf(chunk('IDAT', Buffer.alloc(mostBytes))), 'too_large']
  ])('%s: %s', (_, file, kind) => {
    expect(faultOf(() => bake(file, 'a.b.c'))).toBe(kind);
    expect(faultOf(() => readBaked(file))).toBe(kind);
  });

  it('a picture with any one byte changed', () => {
    const baked = bake(badge, 'a.b.c');
    fc.assert(
      fc.property(fc.nat(baked.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = baked.slice();
        changed[at] = changed[at]! ^ by;
        expect(faultOf(() => readBaked(changed))).toBe(at < head.length ? 'no_png' : 'broken');
      }),
      { numRuns: 200 }
    );
  });
});
