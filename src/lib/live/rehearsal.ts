// A circle to rehearse with: what the tests of this room share.
import type { Deed, LiveEvent, LiveItem, Speaker } from './event.ts';
import { foldEvents } from './liveState.ts';
import type { LiveState } from './state.ts';

/** When every rehearsal begins: 22 November 2026, 10:00 UTC, in ms. */
export const ten = Date.UTC(2026, 10, 22, 10);

/** A moment so many minutes after ten, in ms. */
export const after = (minutes: number): number => ten + minutes * 60_000;

const item = (id: string, kind: LiveItem['kind'], minutes: number, minMinutes: number, priority: number): LiveItem => ({
  id,
  kind,
  title: id,
  minutes,
  minMinutes,
  priority
});

/** 45 minutes: opening 5, checkIn 10, core 10, scenario 9, actions 6, closing 5. */
export const agenda: LiveItem[] = [
  item('opening', 'opening', 5, 5, 1),
  item('checkIn', 'check_in', 10, 5, 1),
  item('core', 'core', 10, 5, 5),
  item('scenario', 'scenario', 9, 5, 9),
  item('actions', 'actions', 6, 3, 1),
  item('closing', 'closing', 5, 5, 1)
];

/** Events from deeds, one a minute from ten unless a time (minutes after ten) is given. */
export function events(...deeds: (Deed | [number, Deed])[]): LiveEvent[] {
  return deeds.map((entry, index) => {
    const [minute, deed] = Array.isArray(entry) ? entry : [index, entry];
    return { id: `e${index + 1}`, seq: index + 1, at: after(minute), by: 'lead', deed };
  });
}

/** The state after `begin` with the agenda and then these deeds; `begin` is event e1. */
export function rehearse(...deeds: (Deed | [number, Deed])[]): LiveState {
  return foldEvents(events({ do: 'begin', items: agenda }, ...deeds));
}

/** Speakers by name; the name is the id. */
export const people = (...names: string[]): Speaker[] => names.map((name) => ({ id: name, name, joins: 'here' }));
