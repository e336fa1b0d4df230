import { expect, test } from 'vitest';
import { stepTimer, type Shown } from './stepTimer.ts';

/** Time that goes on only when told to. */
function play(seconds: number[]) {
  let time = 0;
  let due: { at: number; call: () => void } | null = null;
  let shown: Shown = { step: 0, state: 'waiting', left: 0 };
  const clock = {
    now: () => time,
    after(milliseconds: number, call: () => void) {
      const mine = { at: time + milliseconds, call };
      due = mine;
      return () => {
        if (due === mine) due = null;
      };
    }
  };
  const timer = stepTimer(seconds, clock, (now) => (shown = now));
  const pass = (s: number) => {
    const until = time + s * 1000;
    while (due && due.at <= until) {
      const { at, call } = due;
      time = at;
      due = null;
      call();
    }
    time = until;
  };
  return { timer, pass, now: () => [shown.step, shown.state, shown.left / 1000] as const };
}

test('each step goes on to the next when its time is over, and the last one ends it', () => {
  const { timer, pass, now } = play([10, 20]);
  timer.toggle();
  pass(9);
  expect(now()).toEqual([0, 'playing', 10]);
  pass(1);
  expect(now()).toEqual([1, 'playing', 20]);
  pass(20);
  expect(now()[1]).toBe('done');
});

test('a pause keeps what is left of the step, however long it is', () => {
  const { timer, pass, now } = play([10, 20]);
  timer.toggle();
  pass(4);
  timer.toggle();
  expect(now()).toEqual([0, 'paused', 6]);
  pass(1000);
  timer.toggle();
  pass(5);
  expect(now()[0]).toBe(0);
  pass(1);
  expect(now()[0]).toBe(1);
});

test('back and next give the step its whole time, playing or not', () => {
  const { timer, pass, now } = play([10, 20, 30]);
  timer.next();
  expect(now()).toEqual([1, 'waiting', 20]);
  timer.toggle();
  pass(15);
  timer.back();
  expect(now()).toEqual([0, 'playing', 10]);
  pass(9);
  expect(now()[0]).toBe(0);
  timer.back();
  expect(now()).toEqual([0, 'playing', 10]);
});

test('it ends once, and can be played again from the beginning', () => {
  const { timer, pass, now } = play([10]);
  timer.next();
  expect(now()[1]).toBe('done');
  timer.next();
  timer.toggle();
  expect(now()[1]).toBe('done');
  timer.again();
  expect(now()).toEqual([0, 'waiting', 10]);
  timer.toggle();
  pass(10);
  expect(now()[1]).toBe('done');
});
