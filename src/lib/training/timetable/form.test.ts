import { expect, it } from 'vitest';
import { afterPress, baseOf, readTimetableForm } from './form.ts';
import { halfKey, type Slot } from './slot.ts';
import { slotSchema, timetableProblems, timetableSchema } from './schema.ts';

const id = (number: number) => `7a1c0000-0000-4000-8000-00000000000${number}`;
const slot = (number: number, more: Partial<Slot> = {}): Slot => ({
  id: id(number),
  day: 1,
  half: 1,
  sessionKey: null,
  title: `Row ${number}`,
  subject: 'risk',
  format: 'talk',
  minutes: 30,
  trainers: 'Both',
  ...more
});
const offer = {
  sessions: [
    { key: 'more', title: 'More', subject: 'culture', format: 'discussion' as const, minutes: 90, trainers: 'Two' }
  ],
  subjects: [{ key: 'risk', title: 'Risk' }],
  days: [{ day: 1 }, { day: 2 }]
};

/** The form as the page has it. */
function formOf(slots: readonly Slot[], more: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set('version', '3');
  form.set('base', baseOf(slots));
  slots.forEach((each, row) => {
    const fields = { ...each, at: halfKey(each), half: halfKey(each), key: each.sessionKey ?? '' };
    for (const name of ['id', 'at', 'half', 'key', 'title', 'subject', 'format', 'minutes', 'trainers'] as const)
      form.set(`${name}-${row}`, String(fields[name] ?? ''));
  });
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return form;
}
const press = (slots: readonly Slot[], more: Record<string, string>) =>
  afterPress(readTimetableForm(formOf(slots, more)), offer);

it('gives back what the page showed', () => {
  const slots = [
    slot(1),
    slot(2, { half: 2, format: 'break', subject: null }),
    slot(3, { day: 2, sessionKey: 'more' })
  ];
  const read = readTimetableForm(formOf(slots));
  expect(read).toMatchObject({ version: 3, slots, base: slots, press: { does: 'save' } });
  expect(timetableSchema.parse(read.slots)).toEqual(slots);
});

it('a half day chosen without scripts sends the row to its end', () => {
  const moved = press([slot(1), slot(2), slot(3, { half: 2 })], { 'half-0': '1-2' });
  expect(moved.map((each) => [each.id, halfKey(each)])).toEqual([
    [id(2), '1-1'],
    [id(3), '1-2'],
    [id(1), '1-2']
  ]);
});

it('buttons carry the row they are about', () => {
  expect(press([slot(1), slot(2)], { later: id(1) }).map((each) => each.id)).toEqual([id(2), id(1)]);
  expect(press([slot(1)], { split: id(1) })).toHaveLength(2);
  expect(press([slot(1)], { remove: id(1) })).toEqual([]);
});

it('adds from the curriculum, a break, or a session of one’s own, and nothing that is not offered', () => {
  const add = (what: string, half = '2-1') => press([slot(1)], { add: '1', 'add-what': what, 'add-half': half });
  expect(add('more')[1]).toMatchObject({ day: 2, half: 1, sessionKey: 'more', subject: 'culture', minutes: 90 });
  expect(add('break')[1]).toMatchObject({ format: 'break', subject: null });
  expect(slotSchema.safeParse(add('own')[1]).success).toBe(true);
  expect([add('nothing'), add('own', '7-1')].map((rows) => rows.length)).toEqual([1, 1]);
});

it('"save mine instead" names the version it replaces; a base that is none is left aside', () => {
  expect(readTimetableForm(formOf([slot(1)], { over: '9', base: '{"no":1}' }))).toMatchObject({
    version: 9,
    base: null
  });
});

it('what was typed wrong is named by its row', () => {
  const slots = readTimetableForm(formOf([slot(1), slot(2)], { 'minutes-1': 'soon', 'title-0': ' ' })).slots;
  const { error } = timetableSchema.safeParse(slots);
  expect(
    timetableProblems(
      error!,
      slots.map((each) => each.id)
    ).rows
  ).toMatchObject({
    [id(1)]: { title: 'Give this session a name.' },
    [id(2)]: { minutes: 'Minutes are a whole number from 1 to 480.' }
  });
});
