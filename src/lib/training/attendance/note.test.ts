import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countNotes,
  here,
  noNote,
  pressed,
  pressedInForm,
  pressFrom,
  pressKey,
  type Note,
  type Press
} from './note.ts';

const anyNote: fc.Arbitrary<Note> = fc.oneof(
  fc.constantFrom<Note>(noNote, here, { ...noNote, came: false }),
  fc.record({ came: fc.constant(true), lateMinutes: fc.nat(480), leftMinutes: fc.nat(480) })
);
const anyPress: fc.Arbitrary<Press> = fc.oneof(
  fc.constantFrom<Press>({ what: 'here' }, { what: 'absent' }, { what: 'clear' }),
  fc.record({ what: fc.constantFrom('late' as const, 'left' as const), minutes: fc.nat(999) })
);

describe('tapping', () => {
  it('each state is one tap from every other, and the same tap twice is one', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        expect(pressed(note, { what: 'here' })).toEqual(here);
        expect(pressed(note, { what: 'absent' })).toEqual({ ...noNote, came: false });
        expect(pressed(note, { what: 'clear' })).toEqual(noNote);
      })
    );
  });

  it('late and left early stand beside each other, and both mean that somebody came', () => {
    const late = pressed({ ...noNote, came: false }, { what: 'late', minutes: 20 });
    expect(late).toEqual({ came: true, lateMinutes: 20, leftMinutes: 0 });
    expect(pressed(late, { what: 'left', minutes: 45 })).toEqual({ came: true, lateMinutes: 20, leftMinutes: 45 });
    expect(pressed(late, { what: 'late', minutes: 0 })).toEqual(here);
    expect(pressed(late, { what: 'absent' })).toEqual({ came: false, lateMinutes: 0, leftMinutes: 0 });
  });

  it('never gives what the database refuses', () => {
    fc.assert(
      fc.property(anyNote, anyPress, (note, press) => {
        const { came, lateMinutes, leftMinutes } = pressed(note, press);
        expect(Math.max(lateMinutes, leftMinutes)).toBeLessThanOrEqual(480);
        expect(came === true || lateMinutes + leftMinutes === 0).toBe(true);
      })
    );
  });

  it('reads the value of a button back, and nothing else', () => {
    fc.assert(
      fc.property(anyPress, (press) => {
        expect(pressFrom(pressKey(press))).toEqual(press);
      })
    );
    for (const other of ['', 'late', 'here 5', 'late x', 'late -5', 'toString']) expect(pressFrom(other)).toBeNull();
  });
});

it('reads the forms of a row: the button, or the minutes that were typed', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };
  expect(pressedInForm(noNote, form({ press: 'late 20' }))).toEqual({ came: true, lateMinutes: 20, leftMinutes: 0 });
  expect(pressedInForm(here, form({ late: '7', left: '' }))).toEqual({ came: true, lateMinutes: 7, leftMinutes: 0 });
  expect(pressedInForm(here, form({ late: '-7', left: '9999' }))).toMatchObject({ lateMinutes: 0, leftMinutes: 480 });
  // Who closes the panel without having typed anything notes nothing.
  for (const note of [noNote, here, { ...noNote, came: false }])
    expect(pressedInForm(note, form({ late: '0', left: '' }))).toEqual(note);
  const wrongs: Record<string, string>[] = [{ press: 'dance' }, {}, { late: '5' }];
  for (const wrong of wrongs) expect(pressedInForm(here, form(wrong))).toBeNull();
});

it('counts who is here, who is not, and who is left', () => {
  expect(countNotes([here, here, noNote, { ...noNote, came: false }])).toEqual({ here: 2, absent: 1, open: 1 });
});
