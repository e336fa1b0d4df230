import { render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import PlanRound from './PlanRound.svelte';

const plan = {
  defaults: { date: '2026-12-01', key: 'k' },
  scales: [{ value: 'built-in', label: 'Own' }],
  hindered: null,
  mayOpenFrom: null as string | null,
  few: null,
  contactsPage: null
};
const team = { id: 't', timeZone: 'UTC' };
const show = (over: object, folded = false) => render(PlanRound, { plan: { ...plan, ...over }, team, folded });
const sent = (container: Element) => Object.fromEntries(new FormData(container.querySelector('form')!));

it('offers now or a day when a round may open, and now is chosen', () => {
  const { container } = show({});
  expect(screen.getAllByRole('radio')).toHaveLength(2);
  expect(sent(container)).toMatchObject({ opens: 'now', date: '2026-12-01' });
});

it('offers a day only before the 28 days are over, and says from which on', () => {
  const { container } = show({ mayOpenFrom: '2026-12-20T08:00:00Z' });
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getByText(/20 December 2026/)).toBeTruthy();
  expect(sent(container)).toMatchObject({ opens: 'day', date: '2026-12-01' });
});

it('is folded while a round is open, but for the day', () => {
  const { container } = show({ mayOpenFrom: '2026-12-20T08:00:00Z' }, true);
  expect(container.querySelector('details')?.open).toBe(false);
  expect(container.querySelector('details form')).toBeTruthy();
  expect(container.querySelector('details time')).toBeNull();
  expect(screen.getByText(/20 December 2026/)).toBeTruthy();
});
