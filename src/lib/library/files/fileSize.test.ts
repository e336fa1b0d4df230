import { describe, expect, it } from 'vitest';
import { largestFile, sizeInWords, tooLarge } from './fileSize.ts';

describe('the size of a file', () => {
  it.each([
    [1, '1 kB'],
    [2_048, '2 kB'],
    [1_048_576, '1 MB'],
    [1_600_000, '1.5 MB'],
    [largestFile, '25 MB']
  ])('%d bytes are %s', (bytes, words) => {
    expect(sizeInWords(bytes)).toBe(words);
  });

  it('25 MB are taken, and one byte more is not', () => {
    expect(tooLarge(largestFile)).toBe('');
    expect(tooLarge(largestFile + 1)).toContain('25.1 MB');
    expect(tooLarge(26 * 1024 * 1024)).toContain('26 MB');
  });
});
