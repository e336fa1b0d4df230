import { describe, expect, it } from 'vitest';
import { agendaSchema } from '../agenda/schema.ts';
import { settle } from '../agenda/edits.ts';
import { newId } from '../agenda/item.ts';
import { evenCuts, totalMinutes } from '../agenda/total.ts';
import { nextGroupName } from './groupName.ts';
import { questionSchema } from './schema.ts';
import { templateKeys, templates } from './template.ts';

describe.each(templateKeys)('the template %s', (key) => {
  const template = templates[key];
  const items = template.items.map((item) => ({ ...item, id: newId() }));

  it('adds up exactly to its minutes', () => {
    expect(totalMinutes(items)).toBe(template.minutes);
  });

  it('is a whole agenda with opening first and closing last', () => {
    expect(agendaSchema.safeParse(items).success).toBe(true);
    expect(settle(items)).toEqual(items);
  });

  it('has written notes for every part, agreements and a check-in round', () => {
    expect(items.every((item) => item.notes.length > 40)).toBe(true);
    expect(items.map((item) => item.kind)).toEqual(expect.arrayContaining(['agreements', 'check_in', 'actions']));
  });

  it('can give back a tenth of its time without losing a part', () => {
    expect(evenCuts(items, Math.ceil(template.minutes * 0.9)).stillOver).toBe(0);
  });

  it('brings questions and at least one group, in bounds', () => {
    expect(template.questions.length).toBeGreaterThan(0);
    expect(template.questions.every((question) => questionSchema.safeParse(question).success)).toBe(true);
    expect(template.groups.length).toBeGreaterThan(0);
    expect(new Set(template.groups).size).toBe(template.groups.length);
  });
});

describe('the minutes people asked for', () => {
  it('are 60, 45, 60 and 60 for the circles of an hour or less', () => {
    expect(templateKeys.map((key) => templates[key].minutes)).toEqual([60, 45, 60, 60, 390]);
  });
});

describe('naming the next group', () => {
  it('counts on from the last name and never repeats one', () => {
    expect(nextGroupName(['Table 1', 'Table 2'])).toBe('Table 3');
    expect(nextGroupName(['Whole circle'])).toBe('Group 2');
    expect(nextGroupName([])).toBe('Group 1');
    expect(nextGroupName(['Table 3', 'Table 2'])).toBe('Table 4');
  });
});
