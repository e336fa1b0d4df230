import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFrame, itemKinds, maxMinutes, priorities, type AgendaItem } from '../agenda/item.ts';
import { totalMinutes } from '../agenda/total.ts';
import { fitAgenda } from './fitAgenda.ts';
import { plannedAgenda } from './plan.ts';
import { templateKeys, templates } from './template.ts';

const part = fc
  .record({
    kind: fc.constantFrom(...itemKinds.filter((kind) => !isFrame({ kind }))),
    minutes: fc.integer({ min: 1, max: 60 }),
    give: fc.integer({ min: 0, max: 59 }),
    priority: fc.constantFrom(...priorities)
  })
  .map(({ give, ...item }) => ({ ...item, id: '', notes: '', minMinutes: Math.max(1, item.minutes - give) }));
const frame = (kind: 'opening' | 'closing', minutes: number): AgendaItem => ({
  id: '',
  kind,
  title: kind,
  notes: '',
  minutes,
  minMinutes: minutes,
  priority: 1
});
const agendas: fc.Arbitrary<AgendaItem[]> = fc
  .array(part, { minLength: 1, maxLength: 10 })
  .map((parts) => [
    frame('opening', 3),
    ...parts.map((item, at) => ({ ...item, title: `part ${at}` })),
    frame('closing', 4)
  ]);
const circles = fc.integer({ min: 15, max: 1440 });
const names = (items: readonly AgendaItem[]) => items.map(({ title }) => title);

describe('an agenda brought to the minutes of its circle', () => {
  it('adds up exactly, unless nothing is left to grow or to give', () => {
    fc.assert(
      fc.property(agendas, circles, (agenda, minutes) => {
        const { items, change } = fitAgenda(agenda, minutes);
        const total = totalMinutes(items);
        if (change === 'too_long') expect(items.every(isFrame)).toBe(true);
        else if (change === 'time_left') {
          expect(total).toBeLessThan(minutes);
          const mayGrow = items.filter(({ kind }) => ['core', 'scenario', 'round', 'break'].includes(kind));
          expect(mayGrow.every((item) => item.minutes === maxMinutes)).toBe(true);
        } else expect(total).toBe(minutes);
      })
    );
  });

  it('keeps its order, its opening and its closing, and nothing below its minimum', () => {
    fc.assert(
      fc.property(agendas, circles, (agenda, minutes) => {
        const { items } = fitAgenda(agenda, minutes);
        const kept = names(items);
        expect(kept).toEqual(names(agenda).filter((name) => kept.includes(name)));
        expect([items[0], items.at(-1)]).toEqual([agenda[0], agenda.at(-1)]);
        for (const item of items) {
          expect(item.minutes).toBeGreaterThanOrEqual(item.minMinutes);
          expect(item.minutes).toBeLessThanOrEqual(maxMinutes);
        }
      })
    );
  });

  it('grows only in topics, scenarios, rounds and breaks, and in proportion', () => {
    fc.assert(
      fc.property(agendas, fc.integer({ min: 1, max: 100 }), (agenda, more) => {
        const { items } = fitAgenda(agenda, totalMinutes(agenda) + more);
        const grown = items.flatMap((item, at) => {
          const was = agenda[at]!.minutes;
          if (!['core', 'scenario', 'round', 'break'].includes(item.kind)) expect(item.minutes).toBe(was);
          return item.minutes === was ? [] : [{ was, by: item.minutes - was }];
        });
        const whole = agenda
          .filter(({ kind }) => ['core', 'scenario', 'round', 'break'].includes(kind))
          .reduce((sum, { minutes }) => sum + minutes, 0);
        for (const { was, by } of grown) expect(Math.abs(by - (was * more) / whole)).toBeLessThanOrEqual(1);
      })
    );
  });

  it('leaves whole parts out only when all minimums together are too long', () => {
    fc.assert(
      fc.property(agendas, circles, (agenda, minutes) => {
        const least = agenda.reduce((sum, item) => sum + item.minMinutes, 0);
        if (least <= minutes) expect(fitAgenda(agenda, minutes).items).toHaveLength(agenda.length);
      })
    );
  });
});

describe('a planned circle', () => {
  it('of 120 minutes from the template of 45 closes at the end, not after 45', () => {
    const { items, change } = plannedAgenda(templates.staff_45, 120);
    expect(change).toBe('longer');
    expect(items.map(({ kind, minutes }) => `${kind} ${minutes}`)).toEqual([
      'opening 3',
      'agreements 2',
      'check_in 8',
      'practice 3',
      'core 41',
      'round 55',
      'actions 4',
      'closing 4'
    ]);
  });

  it.each(templateKeys)('%s adds up from half its time to four times, and says what was done', (key) => {
    const own = templates[key].minutes;
    const said = [own, Math.ceil(own * 0.9), Math.ceil(own / 2), own * 2, Math.min(own * 4, 1440)].map((minutes) => {
      const { items, change } = plannedAgenda(templates[key], minutes);
      if (change !== 'time_left') expect(totalMinutes(items)).toBe(minutes);
      return change;
    });
    expect(said.slice(0, 2)).toEqual(['none', 'shorter']);
    expect(['shorter', 'left_out']).toContain(said[2]);
    expect(said[3]).toBe('longer');
  });
});
