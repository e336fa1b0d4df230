import { describe, expect, it } from 'vitest';
import { circleStates, isCircleState, mayBecome, nextState, takesNotes, takesPlans } from './state.ts';

describe("a circle's life", () => {
  it('goes planned, open, closed, archived, one step at a time', () => {
    expect(circleStates.map(nextState)).toEqual(['open', 'closed', 'archived', null]);
  });

  it('allows those three steps and no other, so nothing is reopened', () => {
    const allowed = circleStates.flatMap((from) =>
      circleStates.filter((to) => mayBecome(from, to)).map((to) => `${from} > ${to}`)
    );
    expect(allowed).toEqual(['planned > open', 'open > closed', 'closed > archived']);
  });

  it('takes notes only while open and plans until it closes', () => {
    expect(circleStates.filter(takesNotes)).toEqual(['open']);
    expect(circleStates.filter(takesPlans)).toEqual(['planned', 'open']);
  });

  it('knows its words', () => {
    expect(isCircleState('open')).toBe(true);
    expect(isCircleState('reopened')).toBe(false);
  });
});
