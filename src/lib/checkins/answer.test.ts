import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_BYTES, MOST_HELP, decodeAnswer, encodeAnswer } from './answer.ts';
import { helpKeys, helpWord } from './help.ts';
import { fileOf, thirtyItems } from './scales/invented.ts';
import { ownScale } from './scales/ownScale.ts';
import { readScale } from './scales/readScale.ts';

const thirty = readScale(fileOf(thirtyItems())).definition!;
const answer = fc.record({
  bands: fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }),
  help: fc.subarray([...helpKeys], { maxLength: MOST_HELP })
});

describe('an answer as it leaves the device', () => {
  it('has the same length whatever was answered, in whatever definition', () => {
    const bands = fc.array(fc.nat({ max: 7 }), { maxLength: 8 });
    const any = fc.record({ bands, help: fc.subarray([...helpKeys], { maxLength: MOST_HELP }) });
    fc.assert(
      fc.property(any, (given) => {
        expect(encodeAnswer(given)).toHaveLength(ANSWER_BYTES);
      })
    );
    expect(() => encodeAnswer({ bands: Array<number>(9).fill(0), help: [] })).toThrow(RangeError);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(ownScale, thirty), answer, (definition, given) => {
        expect(decodeAnswer(encodeAnswer(given), definition)).toEqual(given);
      })
    );
  });

  it('can be written in one way only: bytes that read as an answer are the bytes that writing gives', () => {
    const near = fc
      .tuple(answer, fc.nat({ max: ANSWER_BYTES - 1 }), fc.nat({ max: 255 }))
      .map(([given, place, byte]) => {
        const bytes = encodeAnswer(given);
        bytes[place] = byte;
        return bytes;
      });
    fc.assert(
      fc.property(fc.oneof(near, fc.uint8Array({ minLength: ANSWER_BYTES, maxLength: ANSWER_BYTES })), (bytes) => {
        const read = decodeAnswer(bytes, ownScale);
        if (read) expect([...encodeAnswer(read)]).toEqual([...bytes]);
      }),
      { numRuns: 1000 }
    );
  });

  it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['one byte less', (bytes) => bytes.slice(1)],
    ['one byte more', (bytes) => Uint8Array.from([...bytes, 0])],
    ['another format', (bytes) => bytes.with(0, 2)],
    ['a scale left out', (bytes) => bytes.with(2, 0)],
    ['a band that is not there', (bytes) => bytes.with(2, 4)],
    ['a scale that is not there', (bytes) => bytes.with(4, 1)],
    ['a seventh help bit', (bytes) => bytes.with(9, 64)],
    ['a third kind of help', (bytes) => bytes.with(9, 0b111)],
    ['all six', (bytes) => bytes.with(9, 0b111111)],
    ['a mark in the padding', (bytes) => bytes.with(15, 1)]
  ])('is refused with %s', (_, change) => {
    expect(decodeAnswer(change(encodeAnswer({ bands: [0, 1, 2], help: ['debrief'] })), ownScale)).toBeNull();
  });

  it('asks for two kinds of help at most: a third is refused when it is written and when it is read', () => {
    for (const help of [helpKeys.slice(0, 0), helpKeys.slice(2, 3), helpKeys.slice(4, 6)])
      expect(decodeAnswer(encodeAnswer({ bands: [0, 1, 2], help }), ownScale)?.help).toEqual(help);
    expect(() => encodeAnswer({ bands: [0, 1, 2], help: helpKeys.slice(0, 3) })).toThrow(RangeError);
  });

  it('has six help options, each with its own words', () => {
    expect(new Set(helpKeys.map(helpWord)).size).toBe(6);
  });
});
