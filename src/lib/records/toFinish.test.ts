import { expect, test } from 'vitest';
import { toFinish, type ClosedCircle } from './toFinish.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const circle = (id: string, rest: Partial<ClosedCircle> = {}): ClosedCircle => ({
  id,
  title: id,
  closedAt: '2026-11-20T10:00:00+00:00',
  heldOn: ['2026-11-20'],
  keeps: true,
  attendanceTaken: false,
  recordWritten: false,
  ...rest
});
const unfinished = (...circles: ClosedCircle[]) => toFinish(circles, now).map(({ id }) => id);

test('says what is missing of a circle, and nothing of one that has both', () => {
  const circles = [
    circle('nothing yet'),
    circle('who', { recordWritten: true }),
    circle('record', { attendanceTaken: true }),
    circle('both', { attendanceTaken: true, recordWritten: true })
  ];
  expect(toFinish(circles, now)).toEqual([
    { id: 'nothing yet', title: 'nothing yet', attendance: true, record: true },
    { id: 'who', title: 'who', attendance: true, record: false },
    { id: 'record', title: 'record', attendance: false, record: true }
  ]);
});

test('asks those who keep the circle, for two weeks, the last closed first', () => {
  const yesterday = circle('yesterday', { closedAt: '2026-11-21T10:00:00+00:00' });
  const long = circle('long ago', { closedAt: '2026-11-08T11:00:00+00:00', heldOn: ['2026-11-08'] });
  const just = circle('just in time', { closedAt: '2026-11-08T13:00:00+00:00', heldOn: ['2026-11-08'] });
  expect(unfinished(long, just, circle('not mine', { keeps: false }), yesterday)).toEqual([
    'yesterday',
    'just in time'
  ]);
});

test('what was brought in from earlier years is left alone', () => {
  expect(unfinished(circle('brought in', { heldOn: ['2021-09-23'] }))).toEqual([]);
  expect(unfinished(circle('no day', { heldOn: [] }), circle('still open', { closedAt: null }))).toEqual(['no day']);
});
