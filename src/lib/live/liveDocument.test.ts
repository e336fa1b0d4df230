import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Deed } from './event.ts';
import { actualsOf, append, circleIdOf, EVENTS, eventsOf, liveDocumentName } from './liveDocument.ts';
import { foldEvents } from './liveState.ts';
import { after, agenda, people, rehearse } from './rehearsal.ts';

const circle = '0b0f5f0e-6f0f-4a55-9d6c-1f2e3d4c5b6a';
const stateOf = (doc: Y.Doc) => foldEvents(eventsOf(doc));
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const merge = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
};
const begun = () => {
  const doc = new Y.Doc();
  append(doc, 'lead', after(0), { do: 'begin', items: agenda });
  return doc;
};

describe('the name of a running circle', () => {
  it('goes there and back, and is nobody else’s', () => {
    expect(circleIdOf(liveDocumentName(circle))).toBe(circle);
    expect(circleIdOf(`candle:${circle}`)).toBe(circle);
    for (const name of [`note:${circle}`, `live:${circle}:`, 'live:', 'live:x', circle])
      expect(circleIdOf(name)).toBe(null);
  });
});

describe('the document of a running circle', () => {
  it('numbers deeds after all it has seen', () => {
    const doc = begun();
    const second = append(doc, 'mei', after(1), { do: 'pause' }, () => 'second');
    expect(second).toEqual({ id: 'second', seq: 2, at: after(1), by: 'mei', deed: { do: 'pause' } });
    expect(eventsOf(doc)).toContainEqual(second);
    expect(stateOf(doc).phase).toBe('paused');
  });

  it('refuses to write what nobody could read', () => {
    const long: Deed = { do: 'arrive', round: 'r', speaker: { id: 'p', name: 'x'.repeat(121), joins: 'here' } };
    expect(() => append(begun(), 'lead', after(1), long)).toThrow(RangeError);
  });

  it('moves once when two screens press Next without hearing of each other', () => {
    const laptop = begun();
    const phone = copyOf(laptop);
    append(laptop, 'lead', after(5), { do: 'next', from: 'opening' });
    append(phone, 'mei', after(5), { do: 'next', from: 'opening' });
    merge(laptop, phone);
    expect(stateOf(laptop).current).toBe('checkIn');
    expect(stateOf(phone)).toEqual(stateOf(laptop));
  });

  it('passes over whatever else lies in it', () => {
    const doc = begun();
    const before = stateOf(doc);
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.constant('other'), seq: fc.constant(2), at: fc.nat(), by: fc.string(), deed: fc.jsonValue() })
    );
    fc.assert(
      fc.property(fc.string(), junk, (key, value) => {
        doc.getMap(EVENTS).set(`junk ${key}`, JSON.parse(JSON.stringify(value)));
        expect(stateOf(doc)).toEqual(before);
      })
    );
    const elsewhere = { id: 'one', seq: 2, at: after(1), by: 'lead', deed: { do: 'pause' } };
    doc.getMap(EVENTS).set('another', elsewhere);
    expect(stateOf(doc)).toEqual(before);
    append(doc, 'lead', after(1), { do: 'pause' });
    expect(stateOf(doc).phase).toBe('paused');
  });

  it('goes on though one event has the highest number there is', () => {
    const doc = begun();
    doc.getMap(EVENTS).set('last', { id: 'last', seq: 1_000_000, at: after(1), by: 'x', deed: { do: 'pause' } });
    append(doc, 'lead', after(2), { do: 'resume' });
    append(doc, 'lead', after(3), { do: 'next', from: 'opening' });
    expect([stateOf(doc).phase, stateOf(doc).current]).toEqual(['running', 'checkIn']);
  });

  /** What one screen does in turn, looking at its own state: it knows nothing of the others until they meet. */
  const act = (doc: Y.Doc, by: string, what: number, at: number) => {
    const state = stateOf(doc);
    const round = state.openRound;
    const from = state.current!;
    const deeds: Deed[] = [
      { do: 'next', from },
      { do: 'back', from },
      { do: 'extend', item: from, minutes: 2 },
      { do: 'skip', item: 'scenario' },
      { do: 'order', items: ['actions', 'core', 'checkIn', 'scenario'], seen: state.planMark },
      { do: 'undo', target: state.canUndo?.id ?? 'none' },
      { do: 'openRound', round: `round of ${by}`, item: from, speakers: people('Ana', 'Ben', 'Cleo') },
      { do: 'spoke', round: round?.id ?? 'none', from: round?.holder ?? 'none' },
      { do: 'passed', round: round?.id ?? 'none', from: round?.holder ?? 'none' },
      { do: 'arrive', round: round?.id ?? 'none', speaker: people(by)[0]! },
      { do: state.phase === 'paused' ? 'resume' : 'pause' }
    ];
    append(doc, by, after(at), deeds[what % deeds.length]!);
  };

  it('is the same on all screens once they have met, however long they were apart', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 10 }), fc.boolean()), { maxLength: 30 }),
        (script) => {
          const laptop = begun();
          const screens = [laptop, copyOf(laptop), copyOf(laptop)];
          script.forEach(([who, what, meet], at) => {
            act(screens[who]!, `screen ${who}`, what, at);
            if (meet) merge(screens[who]!, screens[(who + 1) % 3]!);
          });
          for (const doc of screens) merge(laptop, doc);
          for (const doc of screens) merge(laptop, doc);
          const told = stateOf(laptop);
          for (const doc of screens) expect(stateOf(doc)).toEqual(told);
          expect(foldEvents(eventsOf(laptop).reverse())).toEqual(told);
        }
      )
    ));
});

describe('what is kept of a circle that ran', () => {
  const state = rehearse(
    [1, { do: 'skip', item: 'scenario' }],
    [5, { do: 'next', from: 'opening' }],
    [6, { do: 'openRound', round: 'r1', item: 'checkIn', speakers: people('Ana Secret', 'Ben Secret') }],
    [7, { do: 'passed', round: 'r1', from: 'Ana Secret' }],
    [20, { do: 'end', from: 'checkIn' }]
  );

  it('is planned against actual per item and how many rounds were held', () => {
    expect(actualsOf(state, after(90))[1]).toEqual({
      item: 'checkIn',
      title: 'checkIn',
      kind: 'check_in',
      planned: 10,
      actual: 15,
      skipped: false,
      rounds: 1
    });
    expect(
      actualsOf(state, after(90))
        .filter(({ skipped }) => skipped)
        .map(({ item }) => item)
    ).toEqual(['scenario']);
  });

  it('names nobody', () => {
    expect(JSON.stringify(actualsOf(state, after(90)))).not.toContain('Secret');
  });
});
