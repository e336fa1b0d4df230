import { describe, expect, it } from 'vitest';
import type { Deed } from './event.ts';
import { canSkip, comingItems, stageOf } from './plan.ts';
import { agenda, rehearse } from './rehearsal.ts';
import type { LiveState } from './state.ts';

const ids = (state: LiveState) => state.items.map(({ id }) => id);
const minutesOf = (state: LiveState, id: string) => state.items.find((item) => item.id === id)!.minutes;
const toCheckIn = { do: 'next', from: 'opening' } as const;

describe('changing the plan while the circle runs', () => {
  it('extends and shortens whole minutes, between 1 and 240, and only what is not finished', () => {
    expect(minutesOf(rehearse({ do: 'extend', item: 'core', minutes: 5 }), 'core')).toBe(15);
    expect(minutesOf(rehearse({ do: 'extend', item: 'core', minutes: -100 }), 'core')).toBe(1);
    expect(minutesOf(rehearse({ do: 'extend', item: 'core', minutes: 240 }), 'core')).toBe(240);
    const finished = rehearse(toCheckIn, { do: 'extend', item: 'opening', minutes: 5 });
    expect(minutesOf(finished, 'opening')).toBe(5);
    expect(finished.canUndo).toBe(null);
  });

  it('skips what is to come, never opening, closing or the current item', () => {
    const state = rehearse(toCheckIn, { do: 'skip', item: 'scenario' });
    expect(state.items.filter(({ skipped }) => skipped).map(({ id }) => id)).toEqual(['scenario']);
    for (const item of ['opening', 'checkIn', 'closing', 'scenario', 'nothing'])
      expect(rehearse(toCheckIn, { do: 'skip', item: 'scenario' }, { do: 'skip', item }).items).toEqual(state.items);
    expect(state.items.filter((item) => canSkip(state, item)).map(({ id }) => id)).toEqual(['core', 'actions']);
    const back = rehearse({ do: 'skip', item: 'core' }, { do: 'unskip', item: 'core' });
    expect(back.items.some(({ skipped }) => skipped)).toBe(false);
  });

  it('orders what is to come, closing stays last', () => {
    const order = (...items: string[]) => rehearse(toCheckIn, { do: 'order', items, seen: '' });
    const expected = ['opening', 'checkIn', 'actions', 'core', 'scenario', 'closing'];
    expect(ids(order('actions', 'core', 'scenario', 'closing'))).toEqual(expected);
    expect(ids(order('closing', 'actions', 'core', 'scenario'))).toEqual(expected);
    // The screen had not heard yet that the check-in began.
    expect(ids(order('actions', 'checkIn', 'core', 'scenario'))).toEqual(expected);
    expect(ids(order('actions', 'core'))).toEqual(agenda.map(({ id }) => id));
  });

  it('takes a fit as proposed, for what can be changed', () => {
    const minutes = { opening: 1, core: 6, closing: 1, nothing: 3 };
    const state = rehearse(toCheckIn, { do: 'fit', minutes, skip: ['scenario', 'closing', 'checkIn'], seen: '' });
    expect(state.items.map((item) => item.minutes)).toEqual([5, 10, 6, 9, 6, 5]);
    expect(state.items.filter(({ skipped }) => skipped).map(({ id }) => id)).toEqual(['scenario']);
    expect(state.items.map((item) => item.plannedMinutes)).toEqual([5, 10, 10, 9, 6, 5]);
  });

  it('overwrites nothing from a screen that showed an older plan', () => {
    const extended = rehearse({ do: 'extend', item: 'core', minutes: 1 });
    const stale: Deed[] = [
      { do: 'order', items: ['checkIn', 'scenario', 'core', 'actions'], seen: '' },
      { do: 'fit', minutes: { core: 5 }, skip: [], seen: '' },
      { do: 'agenda', items: agenda.slice(0, 2), seen: '' }
    ];
    for (const deed of stale) expect(rehearse({ do: 'extend', item: 'core', minutes: 1 }, deed)).toEqual(extended);
  });

  it('takes a changed agenda over for what is still to come', () => {
    const [opening, checkIn, core, scenario, actions, closing] = agenda;
    const edited = [
      { ...opening!, title: 'Changed too late' },
      closing!,
      { ...core!, id: 'new' },
      { ...scenario!, minutes: 12 },
      actions!
    ];
    const state = rehearse(
      toCheckIn,
      { do: 'extend', item: 'actions', minutes: 2 },
      { do: 'agenda', items: edited, seen: 'e3' }
    );
    expect(state.items.map(({ id, title, minutes }) => [id, title, minutes])).toEqual([
      ['opening', 'opening', 5],
      ['checkIn', checkIn!.title, 10],
      ['new', 'core', 10],
      ['scenario', 'scenario', 12],
      ['actions', 'actions', 8],
      ['closing', 'closing', 5]
    ]);
    expect(state.promisedMinutes).toBe(45);
  });

  it('puts nothing behind a closing that has begun', () => {
    const closing = { do: 'jump', from: 'opening', to: 'closing' } as const;
    const items = [...agenda, { ...agenda[2]!, id: 'new' }];
    expect(rehearse(closing, { do: 'agenda', items, seen: '' })).toEqual(rehearse(closing));
  });

  it('keeps the time of an item that ran before somebody went back, though it is planned no more', () => {
    const state = rehearse(
      [4, toCheckIn],
      [9, { do: 'back', from: 'checkIn' }],
      [10, { do: 'agenda', items: agenda.filter(({ id }) => id !== 'checkIn'), seen: '' }]
    );
    expect(state.items.map(({ id, skipped }) => `${id}${skipped ? ' skipped' : ''}`).slice(0, 3)).toEqual([
      'opening',
      'checkIn skipped',
      'core'
    ]);
    expect(state.items[1]!.spans).toHaveLength(1);
  });

  it('says where every item stands', () => {
    const state = rehearse(
      { do: 'skip', item: 'scenario' },
      { do: 'jump', from: 'opening', to: 'core' },
      { do: 'next', from: 'core' }
    );
    expect(state.items.map((item) => stageOf(state, item))).toEqual([
      'done',
      'passed over',
      'done',
      'skipped',
      'current',
      'coming'
    ]);
    expect(comingItems(state).map(({ id }) => id)).toEqual(['closing']);
  });
});

describe('undo', () => {
  const changes: Deed[] = [
    { do: 'extend', item: 'core', minutes: 5 },
    { do: 'skip', item: 'scenario' },
    { do: 'order', items: ['core', 'checkIn', 'actions', 'scenario'], seen: 'e3' }
  ];

  it('restores the plan exactly, one change after the other', () => {
    const undone = rehearse(...changes, { do: 'undo', target: 'e4' });
    expect(undone.items).toEqual(rehearse(...changes.slice(0, 2)).items);
    expect(undone.canUndo).toEqual({ id: 'e3', did: 'skip' });
    const more = rehearse(
      ...changes,
      { do: 'undo', target: 'e4' },
      { do: 'undo', target: 'e3' },
      { do: 'undo', target: 'e2' }
    );
    expect(more.items).toEqual(rehearse().items);
    expect(more.canUndo).toBe(null);
    expect(more.planMark).toBe('e7');
  });

  it('takes back the latest change only, and once', () => {
    expect(rehearse(...changes, { do: 'undo', target: 'e2' })).toEqual(rehearse(...changes));
    const once = rehearse(...changes, { do: 'undo', target: 'e4' });
    expect(rehearse(...changes, { do: 'undo', target: 'e4' }, { do: 'undo', target: 'e4' })).toEqual(once);
  });

  it('does not rewrite what ran meanwhile', () => {
    const order: Deed = { do: 'order', items: ['core', 'checkIn', 'scenario', 'actions'], seen: '' };
    const moved = rehearse(order, toCheckIn);
    expect(moved.current).toBe('core');
    expect(moved.canUndo).toBe(null);
    const back = rehearse(order, toCheckIn, { do: 'back', from: 'core' });
    expect(back.canUndo?.id).toBe('e2');
    expect(rehearse({ do: 'skip', item: 'checkIn' }, toCheckIn).canUndo).toBe(null);
    // The minutes of later items can be taken back at any time.
    const fit: Deed = { do: 'fit', minutes: { actions: 3 }, skip: [], seen: '' };
    const walked = rehearse(fit, toCheckIn, { do: 'undo', target: 'e2' });
    expect(minutesOf(walked, 'actions')).toBe(6);
    expect(walked.current).toBe('checkIn');
  });
});
