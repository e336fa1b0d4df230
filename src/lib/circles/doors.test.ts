import { describe, expect, it } from 'vitest';
import { doorsOf } from './doors.ts';
import { circleStates } from './state.ts';

const lead = { keeps: true, debriefs: false };
const member = { keeps: false, debriefs: false };
const ways = (state: (typeof circleStates)[number], rights: typeof lead) =>
  doorsOf({ id: 'c', state }, rights).map(({ href }) => href.split('/').at(-1));

describe('the doors of a circle', () => {
  it('lead facilitators to the live view first, before and while it is open', () => {
    expect(ways('planned', lead)[0]).toBe('live');
    expect(ways('open', lead)[0]).toBe('live');
    expect(ways('closed', lead)[0]).toBe('record');
  });

  it('say that a planned circle is opened where it is run', () => {
    const main = (state: 'planned' | 'open') => doorsOf({ id: 'c', state }, lead).find(({ main }) => main)?.label;
    expect([main('planned'), main('open')]).toEqual(['Open and run the circle', 'Run the circle']);
  });

  it('let members excuse themselves before, follow while it is open, and read the report afterwards', () => {
    expect(ways('planned', member)[0]).toBe('attendance');
    expect(ways('open', member)[0]).toBe('live');
    expect(ways('closed', member)[0]).toBe('report');
  });

  it('show the debrief to those who are in it only, and the private check to facilitators only', () => {
    for (const state of circleStates) {
      expect(ways(state, lead)).not.toContain('debrief');
      expect(ways(state, member)).not.toContain('ready');
    }
    expect(ways('open', { keeps: false, debriefs: true })).toContain('debrief');
    expect(ways('closed', { keeps: true, debriefs: true })).toContain('debrief');
  });

  it('never lead to the same place twice, and have one main door at most', () => {
    for (const state of circleStates)
      for (const keeps of [true, false])
        for (const debriefs of [true, false]) {
          const doors = doorsOf({ id: 'c', state }, { keeps, debriefs });
          expect(new Set(doors.map(({ href }) => href)).size).toBe(doors.length);
          expect(doors.filter(({ main }) => main).length).toBeLessThanOrEqual(1);
        }
  });
});
