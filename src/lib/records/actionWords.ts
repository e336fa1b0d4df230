import { dayOf } from '../circles/circle.ts';
import * as m from '../paraglide/messages.js';
import { dueState, type Action } from './action.ts';
import type { ActionOutcome } from './actionOutcome.ts';

/** When it is due, and whether that is past, in words; empty without a day. `today` in the team's zone. */
export function dueWords({ dueOn }: Pick<Action, 'dueOn'>, today: string): string {
  const stands = dueState(dueOn, today);
  if (!stands || dueOn === null) return '';
  const day = dayOf(dueOn);
  if (stands.is === 'overdue') return m.records_action_due_overdue({ count: stands.days, day });
  return stands.is === 'today' ? m.records_action_due_today() : m.records_action_due_later({ day });
}

/** The circle it came from, with its day. */
export function originWords({ circle }: Pick<Action, 'circle'>): string {
  if (!circle) return '';
  return circle.day === null
    ? circle.title
    : m.records_action_from_circle({ title: circle.title, day: dayOf(circle.day) });
}

/** Who will see to it; of a closed one who did, and nothing when nobody is named. */
export function ownerWords({ ownerName, closedAt }: Pick<Action, 'ownerName' | 'closedAt'>): string {
  if (closedAt !== null) return ownerName === '' ? '' : m.records_action_owner_was({ name: ownerName });
  return ownerName === '' ? m.records_action_nobody() : m.records_action_owner_is({ name: ownerName });
}

const told: Record<NonNullable<ActionOutcome['done']>, () => string> = {
  added: m.records_action_told_added,
  changed: m.records_action_told_changed,
  removed: m.records_action_told_removed,
  closed: m.records_action_told_closed,
  reopened: m.records_action_told_reopened
};

/** What is said once a form about an action has done its work. */
export const toldWords = (outcome: ActionOutcome | null): string => (outcome?.done ? told[outcome.done]() : '');
