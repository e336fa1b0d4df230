import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed } from './event.ts';
import { readDeed, readEvent } from './readEvent.ts';
import { agenda, people } from './rehearsal.ts';

const good: Deed[] = [
  { do: 'begin', items: agenda },
  { do: 'agenda', items: agenda, seen: '' },
  { do: 'next', from: 'a' },
  { do: 'back', from: 'a' },
  { do: 'jump', from: 'a', to: 'b' },
  { do: 'extend', item: 'a', minutes: -5 },
  { do: 'skip', item: 'a' },
  { do: 'unskip', item: 'a' },
  { do: 'order', items: ['a', 'b'], seen: 'e' },
  { do: 'fit', minutes: { a: 5 }, skip: ['b'], seen: 'e' },
  { do: 'undo', target: 'e' },
  { do: 'pause' },
  { do: 'resume' },
  { do: 'end', from: 'a' },
  { do: 'goOn' },
  { do: 'openRound', round: 'r', item: 'a', speakers: people('Ana', 'Ben') },
  { do: 'spoke', round: 'r', from: 'Ana' },
  { do: 'passed', round: 'r', from: 'Ana' },
  { do: 'holdSilence', round: 'r' },
  { do: 'endSilence', round: 'r' },
  { do: 'arrive', round: 'r', speaker: { id: 'p', name: 'Jo', joins: 'phone' } },
  { do: 'arrive', round: 'r', speaker: { id: 'p', name: 'Jo', joins: 'here' }, before: 'Ben' },
  { do: 'leaveRound', round: 'r', speaker: 'Ana' },
  { do: 'orderRound', round: 'r', order: ['Ben'], seen: '' },
  { do: 'takeBack', round: 'r', from: '' },
  { do: 'closeRound', round: 'r' }
];
const item = agenda[0]!;
const speaker = people('Ana')[0]!;

describe('reading a deed', () => {
  it.each(good.map((deed) => [deed.do, deed] as const))(
    'reads %s, and leaves out what does not belong to it',
    (_, deed) => {
      expect(readDeed({ ...deed, more: 'than asked' })).toEqual(deed);
    }
  );

  it.each<[string, unknown]>([
    ['no deed', null],
    ['an unknown one', { do: 'explode' }],
    ['a missing field', { do: 'next' }],
    ['an empty id', { do: 'next', from: '' }],
    ['a long id', { do: 'next', from: 'x'.repeat(65) }],
    ['no items', { do: 'begin', items: [] }],
    ['too many items', { do: 'begin', items: Array.from({ length: 61 }, (_, n) => ({ ...item, id: `${n}` })) }],
    ['an item twice', { do: 'begin', items: [item, item] }],
    ['an unknown kind', { do: 'begin', items: [{ ...item, kind: 'party' }] }],
    ['a long title', { do: 'begin', items: [{ ...item, title: 'x'.repeat(121) }] }],
    ['no minutes', { do: 'begin', items: [{ ...item, minutes: 0 }] }],
    ['broken minutes', { do: 'extend', item: 'a', minutes: 1.5 }],
    ['endless minutes', { do: 'extend', item: 'a', minutes: Infinity }],
    ['a priority of 10', { do: 'begin', items: [{ ...item, priority: 10 }] }],
    ['text for minutes', { do: 'fit', minutes: { a: '5' }, skip: [], seen: '' }],
    ['a list for minutes', { do: 'fit', minutes: [5], skip: [], seen: '' }],
    ['no mark', { do: 'order', items: ['a'] }],
    ['nobody to speak', { do: 'openRound', round: 'r', item: 'a', speakers: [] }],
    ['too many to speak', { do: 'openRound', round: 'r', item: 'a', speakers: Array(201).fill(speaker) }],
    ['one broken speaker', { do: 'openRound', round: 'r', item: 'a', speakers: [speaker, { id: 'p' }] }],
    ['a name of spaces', { do: 'arrive', round: 'r', speaker: { ...speaker, name: '  ' } }],
    ['a name too long', { do: 'arrive', round: 'r', speaker: { ...speaker, name: 'x'.repeat(121) } }],
    ['another way to join', { do: 'arrive', round: 'r', speaker: { ...speaker, joins: 'pigeon' } }]
  ])('refuses %s', (_, value) => {
    expect(readDeed(value)).toBe(null);
  });

  it('gives minutes no way to anything but numbers', () => {
    const deed = JSON.parse('{"do":"fit","minutes":{"__proto__":5},"skip":[],"seen":""}');
    const read = readDeed(deed);
    expect(read?.do === 'fit' && Object.getPrototypeOf(read.minutes)).toBe(Object.prototype);
  });
});

describe('reading an event', () => {
  const event = { id: 'e', seq: 1, at: 5, by: 'p', deed: { do: 'pause' } };

  it('reads one', () => {
    expect(readEvent({ ...event, more: 1 })).toEqual(event);
  });

  it.each([{ id: 5 }, { seq: 0 }, { seq: 1_000_001 }, { at: -1 }, { at: NaN }, { by: '' }, { deed: 'pause' }])(
    'refuses %j',
    (broken) => {
      expect(readEvent({ ...event, ...broken })).toBe(null);
    }
  );

  it('throws at nothing', () =>
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...good), fc.anything(), (value, deed, part) => {
        readEvent(value);
        for (const key of Object.keys(deed)) readEvent({ ...event, deed: { ...deed, [key]: part } });
      })
    ));
});
