import { expect, it } from 'vitest';
import type { Deed } from './event.ts';
import { foldEvents } from './liveState.ts';
import { overtaken } from './overtaken.ts';
import { agenda, events } from './rehearsal.ts';

const order: Deed = { do: 'order', items: ['scenario', 'core', 'checkIn', 'actions'], seen: '' };
const deeds: Deed[] = [{ do: 'begin', items: agenda }, order];

it('is nothing while a change counts', () => {
  const made = events(...deeds);
  expect(overtaken(['e2'], foldEvents(made), made)).toEqual([]);
});

it('is nothing when the change was taken back', () => {
  const made = events(...deeds, { do: 'undo', target: 'e2' });
  expect(overtaken(['e2'], foldEvents(made), made)).toEqual([]);
});

it('is a change that another one, made earlier elsewhere, came before', () => {
  const theirs: Deed = { do: 'extend', item: 'core', minutes: 5 };
  const made = events({ do: 'begin', items: agenda }, theirs, order);
  expect(overtaken(['e3'], foldEvents(made), made)).toEqual(['e3']);
});
