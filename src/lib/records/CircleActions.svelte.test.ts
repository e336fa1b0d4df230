import { render, screen, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Action, ActionCircle } from './action.ts';
import CircleActions from './CircleActions.svelte';
import OpenActions from './OpenActions.svelte';

const circle: ActionCircle = { id: 'now', title: 'This one', day: '2026-05-08', seriesId: 's' };
const before: ActionCircle = { ...circle, id: 'before', title: 'The one before', day: '2026-05-01' };
const action = (id: string, rest: Partial<Action> = {}): Action => ({
  id,
  text: id,
  ownerId: null,
  ownerName: 'Liz',
  dueOn: null,
  createdAt: '2026-05-01T10:00:00Z',
  closedAt: null,
  outcome: '',
  letGo: false,
  circle,
  mayClose: false,
  mayChange: false,
  ...rest
});
const around = {
  circle,
  state: 'open' as const,
  members: [{ id: 'mo', name: 'Mo' }],
  changes: false,
  today: '2026-05-08',
  zone: 'UTC',
  requestKey: 'key',
  outcome: null,
  teamId: 'north'
};

test('a circle shows what earlier ones left open, with where it came from', () => {
  const left = action('left open', { circle: before, dueOn: '2026-05-07', mayClose: true });
  render(CircleActions, { ...around, actions: [left, action('own')] });
  const line = screen.getByText('left open').closest('li')!;
  expect(within(line).getByText('Overdue by 1 day: was due 7 May 2026')).toBeTruthy();
  expect(within(line).getByRole('link', { name: 'The one before, 1 May 2026' }).getAttribute('href')).toBe(
    '/circles/before'
  );
  expect(within(line).getByText('Close it')).toBeTruthy();
  expect(within(screen.getByText('own').closest('li')!).queryByText('Close it')).toBeNull();
  expect(screen.queryByText('Add an action')).toBeNull();
});

test('what was typed into a closing that failed is still there, open', () => {
  const outcome = {
    action: 'own',
    which: 'close' as const,
    done: null,
    values: { outcome: 'We have it' },
    errors: {},
    message: 'Try again.'
  };
  render(CircleActions, { ...around, actions: [action('own', { mayClose: true })], outcome });
  expect(screen.getByText('Close it').closest('details')!.open).toBe(true);
  expect(screen.getByLabelText<HTMLTextAreaElement>('What was done?').value).toBe('We have it');
});

test('the home page shows nothing when nothing is open', () => {
  const { container } = render(OpenActions, { actions: [], outcome: null });
  expect(container.querySelector('section')).toBeNull();
});

test('who sees to an open action who is no member is said to be on nobody’s home page', () => {
  const closed = action('closed', { closedAt: '2026-05-07T10:00:00Z', outcome: 'Done.' });
  render(CircleActions, { ...around, actions: [action('own'), action('of Mo', { ownerId: 'mo' }), closed] });
  const line = (text: string) => screen.getByText(text).closest('li')!.textContent;
  expect(line('own')).toContain('Liz will see to it');
  expect(line('own')).toContain('Not a member of the team');
  expect(line('of Mo')).not.toContain('Not a member');
  expect(line('closed')).not.toContain('Not a member');
});

test.each([
  ['planned', 'What this circle agrees to do will be noted here.'],
  ['open', 'No action is noted in this circle yet.'],
  ['closed', 'No action was noted in this circle.']
] as const)('a %s circle without actions says so in its own tense', (state, words) => {
  render(CircleActions, { ...around, state, actions: [] });
  expect(screen.getByText(words)).toBeTruthy();
});
