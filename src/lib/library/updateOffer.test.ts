import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Handout, Practice } from './schema.ts';
import { takeParts, updateOffer } from './updateOffer.ts';

const practice: Practice = {
  kind: 'practice',
  slug: 'a-minute',
  version: 1,
  title: 'A minute',
  summary: 'One minute.',
  minutes: 1,
  sort: 'breath',
  purpose: 'To stop.',
  notWhen: 'While driving.',
  steps: [
    { text: 'Stop.', seconds: 30 },
    { text: 'Go on.', seconds: 30 }
  ]
};
const newer = { ...practice, version: 2, purpose: 'To stop, and to see.', notWhen: 'While driving or lifting.' };

describe('the library’s newer text', () => {
  it('is offered part by part, and says where the team wrote something else', () => {
    const yours = { ...practice, purpose: 'To stop before the handover.', title: 'Our minute' };
    expect(updateOffer(yours, practice, newer)).toEqual([
      { part: 'purpose', yours: yours.purpose, theirs: newer.purpose, changedByYou: true },
      { part: 'notWhen', yours: practice.notWhen, theirs: newer.notWhen, changedByYou: false }
    ]);
  });

  it('is not offered when there is none, when the copy says the same, or when it was compared already', () => {
    expect(updateOffer({ ...practice, title: 'Our minute' }, practice, practice)).toEqual([]);
    expect(updateOffer({ ...newer, version: 1 }, practice, newer)).toEqual([]);
    expect(updateOffer(practice, newer, newer)).toEqual([]);
  });

  it('is taken in the parts that were chosen, and in no other', () => {
    const yours = { ...practice, title: 'Our minute' };
    expect(takeParts(yours, newer, ['notWhen', 'slug', 'kind', 'version', 'constructor'])).toEqual({
      ...yours,
      notWhen: newer.notWhen
    });
  });
});

const text = fc.constantFrom('one', 'two', 'three');
const handout = (version: number) =>
  fc
    .record({ title: text, summary: text, text })
    .map((parts): Handout => ({ kind: 'handout', slug: 'a', version, ...parts }));

it('whoever takes all that is offered has the library’s text wherever the library changed, and their own elsewhere', () => {
  fc.assert(
    fc.property(handout(1), handout(1), handout(2), (original, yours, theirs) => {
      const offered = updateOffer(yours, original, theirs).map((changed) => changed.part);
      const taken = takeParts(yours, theirs, offered);
      for (const part of ['title', 'summary', 'text'] as const)
        expect(taken[part]).toBe(theirs[part] === original[part] ? yours[part] : theirs[part]);
      expect(updateOffer(taken, original, theirs)).toEqual([]);
    })
  );
});
