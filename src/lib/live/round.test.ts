import { describe, expect, it } from 'vitest';
import { arrive, leaveRound, orderRound } from './comingAndGoing.ts';
import { after, people } from './rehearsal.ts';
import { closeRound, endSilence, holdSilence, openRound, passPiece, spoke, type Round } from './round.ts';
import { holderTime, shareSigns, softShare, speakersLeft } from './share.ts';
import { takeBack } from './takeBack.ts';

const open = (...names: string[]) => openRound('r', 'checkIn', people(...names), after(0));
const speak = (round: Round, ...names: string[]) => names.reduce((so, name) => spoke(so, name, after(1)), round);
const pass = (round: Round, name: string) => passPiece(round, name, after(1));
const late = (round: Round, name: string, before?: string) =>
  arrive(round, people(name)[0]!, before, `late ${name}`, after(1));
const leave = (round: Round, name: string) => leaveRound(round, name, `gone ${name}`, after(1));

describe('the talking piece', () => {
  it('goes round nine people: two pass, one comes late, one leaves', () => {
    let round = open('Ana', 'Ben', 'Cleo', 'Dan', 'Eli', 'Fay', 'Gus', 'Hana', 'Ivo');
    round = speak(pass(speak(round, 'Ana'), 'Ben'), 'Cleo', 'Dan');
    round = late(round, 'Jo', 'Gus');
    round = leave(round, 'Hana');
    round = speak(pass(round, 'Eli'), 'Fay', 'Jo', 'Gus');
    expect(round.holder).toBe('Ivo');
    expect(round.phase).toBe('speaking');

    round = speak(round, 'Ivo');
    expect([round.holder, round.phase]).toEqual(['Ben', 'returning']);
    round = pass(speak(round, 'Ben'), 'Eli');

    expect([round.holder, round.phase]).toEqual([null, 'done']);
    expect(round.spoken).toEqual(['Ana', 'Cleo', 'Dan', 'Fay', 'Jo', 'Gus', 'Ivo', 'Ben']);
    expect(round.passedTwice).toEqual(['Eli']);
    expect(round.left).toEqual(['Hana']);
  });

  it('moves once when two screens say the same', () => {
    const round = spoke(open('Ana', 'Ben'), 'Ana', after(1));
    expect(spoke(round, 'Ana', after(1))).toBe(round);
    expect(passPiece(round, 'Ana', after(1))).toBe(round);
  });

  it('asks a late arrival before those who passed, even when all others were asked', () => {
    const round = late(pass(speak(pass(open('Ana', 'Ben', 'Cleo'), 'Ana'), 'Ben'), 'Cleo'), 'Jo');
    expect([round.holder, round.toCome, round.passed]).toEqual(['Ana', ['Jo'], ['Cleo']]);
    const next = pass(round, 'Ana');
    expect([next.holder, next.phase]).toEqual(['Jo', 'speaking']);
    expect(pass(next, 'Jo').passed).toEqual(['Jo']);
    expect(late(speak(open('Ana'), 'Ana'), 'Jo').holder).toBe('Jo');
  });

  it('asks who comes back only if not heard yet', () => {
    const round = speak(leave(open('Ana', 'Ben'), 'Ana'), 'Ben');
    expect(round.holder).toBe(null);
    expect(late(round, 'Ana').holder).toBe('Ana');
    expect(late(leave(round, 'Ben'), 'Ben').holder).toBe(null);
    const passed = late(leave(pass(open('Ana', 'Ben'), 'Ana'), 'Ana'), 'Ana');
    expect(passed.passed).toEqual(['Ana']);
  });

  it('goes on when its holder leaves', () => {
    expect(leave(open('Ana', 'Ben'), 'Ana').holder).toBe('Ben');
    expect(leave(open('Ana'), 'Ana').phase).toBe('done');
  });

  it('takes a new order for those still to come only, and not from a stale screen', () => {
    const round = speak(open('Ana', 'Ben', 'Cleo', 'Dan', 'Eli'), 'Ana');
    const ordered = orderRound(round, ['Eli', 'Ana', 'Ben', 'Dan'], '', 'first');
    expect(ordered.holder).toBe('Ben');
    expect(ordered.toCome).toEqual(['Eli', 'Dan', 'Cleo']);
    expect(ordered.speakers.map(({ id }) => id)).toEqual(['Ana', 'Ben', 'Eli', 'Dan', 'Cleo']);
    expect(orderRound(ordered, ['Dan', 'Eli'], '', 'second')).toBe(ordered);
  });

  it('rests in silence, and the time of silence is nobody’s', () => {
    let round = holdSilence(open('Ana', 'Ben'), after(2));
    expect(spoke(round, 'Ana', after(3))).toBe(round);
    round = endSilence(round, after(5));
    expect(holderTime(round, [], after(6))).toBe(3 * 60_000);
    expect(holderTime(round, [{ from: after(1), until: after(2) }], after(6))).toBe(2 * 60_000);
  });

  it('begins a new time when the piece comes back', () => {
    const round = passPiece(open('Ana'), 'Ana', after(4));
    expect(holderTime(round, [], after(5))).toBe(60_000);
  });

  it('takes answers back one by one', () => {
    const opened = open('Ana', 'Ben', 'Cleo');
    const round = speak(pass(speak(opened, 'Ana'), 'Ben'), 'Cleo', 'Ben');
    expect(round.phase).toBe('done');
    let back = takeBack(round, '', after(2));
    expect([back.holder, back.phase]).toEqual(['Ben', 'returning']);
    back = takeBack(back, 'Ben', after(2));
    expect([back.holder, back.phase, back.passed]).toEqual(['Cleo', 'speaking', ['Ben']]);
    expect(takeBack(back, 'Ben', after(2))).toBe(back);
    back = takeBack(takeBack(back, 'Cleo', after(2)), 'Ben', after(2));
    expect({ ...back, turns: [] }).toEqual({ ...opened, turns: [] });
    expect(takeBack(back, 'Ana', after(2))).toBe(back);
  });

  it('takes nothing back from somebody who is away', () => {
    const round = leave(speak(open('Ana', 'Ben'), 'Ana'), 'Ana');
    expect(takeBack(round, 'Ben', after(2))).toBe(round);
  });

  it('changes no more once closed', () => {
    const round = closeRound(open('Ana', 'Ben'), after(1));
    const deeds = [
      spoke(round, 'Ana', after(2)),
      late(round, 'Jo'),
      leave(round, 'Ben'),
      holdSilence(round, after(2)),
      closeRound(round, after(2))
    ];
    for (const still of deeds) expect(still).toBe(round);
  });
});

describe('the soft share of time', () => {
  it('shares what is left among those still to speak', () => {
    const round = pass(speak(open('Ana', 'Ben', 'Cleo', 'Dan'), 'Ana'), 'Ben');
    expect(speakersLeft(round)).toBe(3);
    expect(softShare(600, speakersLeft(round))).toBe(200);
    expect(softShare(-5, 0)).toBe(0);
  });

  it('shows calmly how much is used', () => {
    expect(shareSigns(30_000, 60)).toEqual({ used: 0.5, sign: 'ample' });
    expect(shareSigns(50_000, 60).sign).toBe('near');
    expect(shareSigns(600_000, 60)).toEqual({ used: 1, sign: 'full' });
    expect(shareSigns(0, 0)).toEqual({ used: 1, sign: 'full' });
  });
});
