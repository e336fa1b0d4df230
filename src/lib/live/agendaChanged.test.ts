import { describe, expect, it } from 'vitest';
import { agendaChanged } from './agendaChanged.ts';
import { agenda, rehearse } from './rehearsal.ts';

const edited = (id: string, change: Partial<(typeof agenda)[number]>) =>
  agenda.map((item) => (item.id === id ? { ...item, ...change } : item));

describe('an agenda that was edited while the circle runs', () => {
  it('is not there when only the running circle changed', () => {
    const state = rehearse(
      { do: 'extend', item: 'core', minutes: 5 },
      { do: 'skip', item: 'scenario' },
      { do: 'order', items: ['scenario', 'core', 'checkIn', 'actions'], seen: 'e3' }
    );
    expect(agendaChanged(state, agenda)).toBe(false);
  });

  it('is noticed by minutes, titles, new and removed items to come', () => {
    const state = rehearse();
    expect(agendaChanged(state, edited('core', { minutes: 12 }))).toBe(true);
    expect(agendaChanged(state, edited('core', { title: 'Other' }))).toBe(true);
    expect(
      agendaChanged(
        state,
        agenda.filter(({ id }) => id !== 'core')
      )
    ).toBe(true);
    expect(agendaChanged(state, [...agenda, { ...agenda[2]!, id: 'new' }])).toBe(true);
  });

  it('does not matter for what runs or ran, and after the closing began', () => {
    expect(agendaChanged(rehearse(), edited('opening', { minutes: 9 }))).toBe(false);
    const closing = rehearse({ do: 'jump', from: 'opening', to: 'closing' });
    expect(agendaChanged(closing, edited('core', { minutes: 12 }))).toBe(false);
  });

  it('is settled once it is taken over', () => {
    const items = [...edited('core', { minutes: 12 }).filter(({ id }) => id !== 'scenario')];
    const state = rehearse({ do: 'agenda', items, seen: '' });
    expect(agendaChanged(state, items)).toBe(false);
  });
});
