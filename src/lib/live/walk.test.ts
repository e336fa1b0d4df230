import { describe, expect, it } from 'vitest';
import { agenda, after, events, rehearse } from './rehearsal.ts';
import { foldEvents } from './liveState.ts';

const toCheckIn = { do: 'next', from: 'opening' } as const;

describe('moving through the circle', () => {
  it('begins with the opening, once, on the agenda as it was then', () => {
    const state = rehearse({ do: 'begin', items: agenda.slice(2, 3) });
    expect(state).toEqual(rehearse());
    expect([state.phase, state.current, state.startedAt, state.promisedMinutes]).toEqual([
      'running',
      'opening',
      after(0),
      45
    ]);
    const shuffled = foldEvents(events({ do: 'begin', items: [...agenda].reverse() }));
    expect([shuffled.items[0]!.id, shuffled.items.at(-1)!.id]).toEqual(['opening', 'closing']);
  });

  it('does nothing before it has begun', () => {
    expect(foldEvents(events(toCheckIn, { do: 'pause' }, { do: 'skip', item: 'core' })).phase).toBe('waiting');
  });

  it('moves once when two facilitators press Next at once', () => {
    const state = rehearse(toCheckIn, toCheckIn);
    expect(state.current).toBe('checkIn');
    expect(state).toEqual(rehearse(toCheckIn));
  });

  it('goes on, over what is skipped, and back; time stays where it was spent', () => {
    const state = rehearse(
      { do: 'skip', item: 'checkIn' },
      [4, toCheckIn],
      [7, { do: 'back', from: 'core' }],
      [9, toCheckIn]
    );
    expect(state.current).toBe('core');
    expect(state.items[0]!.spans).toEqual([
      { from: after(0), until: after(4) },
      { from: after(7), until: after(9) }
    ]);
    expect(state.items[2]!.spans).toEqual([
      { from: after(4), until: after(7) },
      { from: after(9), until: null }
    ]);
  });

  it('stays where it is at either end, and jumps only to what is held', () => {
    expect(rehearse({ do: 'back', from: 'opening' })).toEqual(rehearse());
    const last = { do: 'jump', from: 'opening', to: 'closing' } as const;
    expect(rehearse(last, { do: 'next', from: 'closing' })).toEqual(rehearse(last));
    const skip = { do: 'skip', item: 'core' } as const;
    for (const to of ['core', 'nothing', 'opening'])
      expect(rehearse(skip, { do: 'jump', from: 'opening', to })).toEqual(rehearse(skip));
  });

  it('pauses and resumes', () => {
    const state = rehearse([3, { do: 'pause' }], [4, { do: 'pause' }], [8, { do: 'resume' }], [9, { do: 'resume' }]);
    expect(state.phase).toBe('running');
    expect(state.pauses).toEqual([{ from: after(3), until: after(8) }]);
  });

  it('ends, and goes on when that was a mistake', () => {
    const last = { do: 'jump', from: 'opening', to: 'closing' } as const;
    const ended = rehearse(last, [45, { do: 'end', from: 'closing' }]);
    expect([ended.phase, ended.endedAt, ended.current]).toEqual(['ended', after(45), 'closing']);
    expect(rehearse(last, [45, { do: 'end', from: 'opening' }]).phase).toBe('running');
    expect(rehearse(last, [45, { do: 'end', from: 'closing' }], { do: 'skip', item: 'core' })).toEqual(ended);

    const goneOn = rehearse(last, [45, { do: 'end', from: 'closing' }], [50, { do: 'goOn' }]);
    expect([goneOn.phase, goneOn.endedAt]).toEqual(['running', null]);
    expect(goneOn.items.at(-1)!.spans.at(-1)).toEqual({ from: after(50), until: null });
  });

  it('ends a pause with the circle', () => {
    const state = rehearse([3, { do: 'pause' }], [9, { do: 'end', from: 'opening' }]);
    expect(state.pauses).toEqual([{ from: after(3), until: after(9) }]);
  });

  it('lets no time run backwards when clocks differ', () => {
    const state = rehearse([5, toCheckIn], [4, { do: 'next', from: 'checkIn' }]);
    expect(state.items[1]!.spans).toEqual([{ from: after(5), until: after(5) }]);
  });
});
