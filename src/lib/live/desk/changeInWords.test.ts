import { describe, expect, it } from 'vitest';
import { rehearse } from '../rehearsal.ts';
import { changeInWords } from './changeInWords.ts';

describe('the last change in words', () => {
  it('names what was changed', () => {
    expect(changeInWords(rehearse({ do: 'extend', item: 'opening', minutes: 5 }))).toBe('opening: 5 minutes more');
    expect(changeInWords(rehearse({ do: 'extend', item: 'core', minutes: -1 }))).toBe('core: 1 minute less');
    expect(changeInWords(rehearse({ do: 'skip', item: 'core' }))).toBe('core was left out.');
    expect(changeInWords(rehearse({ do: 'skip', item: 'core' }, { do: 'unskip', item: 'core' }))).toBe(
      'core was taken back in.'
    );
  });

  it('is nothing when nothing can be taken back', () => {
    expect(changeInWords(rehearse())).toBe('');
    const skip = { do: 'skip', item: 'checkIn' } as const;
    expect(changeInWords(rehearse(skip, { do: 'next', from: 'opening' }))).toBe('');
  });
});
