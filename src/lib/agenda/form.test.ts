import { describe, expect, it } from 'vitest';
import { afterPress, readAgendaForm } from './form.ts';
import { agendaProblems, agendaSchema } from './schema.ts';

const rows = [
  ['opening', 'Arrive', '4'],
  ['round', 'First round', '20'],
  ['core', 'Topic', '16'],
  ['closing', 'Close', '5']
];

const ids = rows.map((_, row) => `7a4e3d52-0d0c-4f0a-9d51-2f6f0a1b2c0${row}`);

function sent(extra: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set('version', '3');
  rows.forEach(([kind, title, minutes], row) => {
    form.set(`id-${row}`, ids[row]!);
    form.set(`kind-${row}`, kind!);
    form.set(`title-${row}`, title!);
    form.set(`notes-${row}`, 'Line one\r\nline two');
    form.set(`minutes-${row}`, minutes!);
    form.set(`min-${row}`, '3');
    form.set(`priority-${row}`, '5');
  });
  for (const [name, value] of Object.entries(extra)) form.set(name, value);
  return form;
}

const read = (extra: Record<string, string> = {}) => readAgendaForm(sent(extra), (kind) => `A ${kind}`);
const titles = (extra: Record<string, string>) => {
  const { items, press } = read(extra);
  return afterPress(items, press, 45).map((item) => item.title);
};

describe('the agenda form without JavaScript', () => {
  it('reads rows in order with the version they were made from', () => {
    const { version, items, press } = read();
    expect(version).toBe(3);
    expect(press).toEqual({ does: 'save' });
    expect(items.map((item) => item.id)).toEqual(ids);
    expect(items[1]).toEqual({
      id: ids[1],
      kind: 'round',
      title: 'First round',
      notes: 'Line one\nline two',
      minutes: 20,
      minMinutes: 3,
      priority: 5
    });
  });

  it('moves, removes and adds by the buttons of a row', () => {
    expect(titles({ 'up-2': '' })).toEqual(['Arrive', 'Topic', 'First round', 'Close']);
    expect(titles({ 'down-1': '' })).toEqual(['Arrive', 'Topic', 'First round', 'Close']);
    expect(titles({ 'remove-1': '' })).toEqual(['Arrive', 'Topic', 'Close']);
    expect(titles({ add: '', 'add-kind': 'practice' })).toEqual([
      'Arrive',
      'A practice',
      'First round',
      'Topic',
      'Close'
    ]);
    expect(titles({ 'up-77': '' })).toEqual(['Arrive', 'First round', 'Topic', 'Close']);
  });

  it('shortens to the planned time', () => {
    const { items } = read();
    expect(afterPress(items, { does: 'cut' }, 41).map((item) => item.minutes)).toEqual([4, 18, 14, 5]);
  });

  it('keeps what was typed, even out of range, and says which line is wrong', () => {
    const { items } = read({ 'minutes-1': '999', 'minutes-2': 'ten', 'title-1': '  ' });
    expect(items.map((item) => item.minutes)).toEqual([4, 999, 0, 5]);
    const parsed = agendaSchema.safeParse(items);
    const problems = agendaProblems(parsed.error!);
    expect(problems.rows[1]!.title).toBe('Give this part a name.');
    expect(problems.rows[1]!.minutes).toBe('Give whole minutes from 1 to 240.');
    expect(problems.rows[2]!.minutes).toBe('Give whole minutes from 1 to 240.');
    expect(problems.whole).toBeNull();
  });

  it('refuses an agenda whose frame was tampered with, and one that is endless', () => {
    const frame = agendaSchema.safeParse(read({ 'kind-1': 'opening' }).items);
    expect(agendaProblems(frame.error!).whole).toMatch(/one opening/);
    expect(agendaSchema.safeParse([]).success).toBe(false);
    const form = sent();
    for (let row = 4; row < 60; row++) form.set(`kind-${row}`, 'core');
    const many = readAgendaForm(form, String).items;
    expect(many).toHaveLength(41);
    expect(agendaProblems(agendaSchema.safeParse(many).error!).whole).toMatch(/at most 40/);
  });

  it('saves over the version someone else made when that is asked for', () => {
    expect(read({ over: '5' }).version).toBe(5);
  });

  it('brings a minimum above the minutes down to them on saving', () => {
    const { items } = read({ 'min-1': '90' });
    expect(agendaSchema.parse(items)[1]!.minMinutes).toBe(20);
  });
});
