import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOICES, countForms, decodeForm, encodeForm, FORM_BYTES, MOST_STATEMENTS } from './answer.ts';

const form = fc
  .array(fc.integer({ min: 0, max: CHOICES }), { minLength: 1, maxLength: MOST_STATEMENTS })
  .filter((choices) => choices.some((choice) => choice > 0));

describe('a form', () => {
  it('is 32 bytes whatever was answered, and comes back as it was', () => {
    fc.assert(
      fc.property(form, (choices) => {
        const bytes = encodeForm(choices);
        expect(bytes).toHaveLength(FORM_BYTES);
        expect(decodeForm(bytes, choices.length)).toEqual(choices);
      })
    );
  });

  it('has one way to be written: any other byte makes it none, or another form', () => {
    fc.assert(
      fc.property(form, fc.nat({ max: FORM_BYTES - 1 }), fc.integer({ min: 1, max: 255 }), (choices, at, by) => {
        const bytes = encodeForm(choices);
        bytes[at] = bytes[at]! ^ by;
        const read = decodeForm(bytes, choices.length);
        if (at === 0 || at > choices.length || bytes[at] > CHOICES) expect(read).toBeNull();
        else if (read) expect(read).not.toEqual(choices);
      })
    );
  });

  it.each([
    ['of another length', new Uint8Array(16), 3],
    ['with nothing answered', encodeForm([0, 0, 0]), 3],
    ['for fewer statements', encodeForm([1, 2, 3]), 2],
    ['for more statements than there are', encodeForm([1]), MOST_STATEMENTS + 1],
    ['for no statement', encodeForm([1]), 0]
  ])('%s is none', (_, bytes, statements) => {
    expect(decodeForm(bytes, statements)).toBeNull();
  });

  it.each([[Array<number>(MOST_STATEMENTS + 1).fill(1)], [[5]], [[-1]], [[1.5]]])(
    'is not made of what is none: %j',
    (choices) => {
      expect(() => encodeForm(choices)).toThrow(RangeError);
    }
  );
});

it('counts for each statement how many chose each of the four, and nobody who did not answer it', () => {
  const forms = [
    [1, 4, 0],
    [1, 2, 0],
    [2, 4, 0]
  ];
  expect(countForms(forms, 3)).toEqual([
    [2, 1, 0, 0],
    [0, 1, 0, 2],
    [0, 0, 0, 0]
  ]);
});
