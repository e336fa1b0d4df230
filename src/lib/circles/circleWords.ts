import * as m from '../paraglide/messages.js';
import type { CircleSummary } from './circle.ts';
import type { CircleState } from './state.ts';
import type { CircleKind } from './circleTemplate.ts';

const kinds: Record<CircleKind, () => string> = {
  introduction: m.circles_kind_introduction,
  staff: m.circles_kind_staff,
  peer_support: m.circles_kind_peer_support,
  gathering: m.circles_kind_gathering
};
const states: Record<CircleState, () => string> = {
  planned: m.circles_state_planned,
  open: m.circles_state_open,
  closed: m.circles_state_closed,
  archived: m.circles_state_archived
};

/** The kind of a circle as people read it. */
export const kindWord = (kind: CircleKind): string => kinds[kind]();
/** Whether a circle's title says its kind already, as “Staff circle” and “Staff circle: after a heavy month” do. */
export const saysItsKind = (title: string, kind: CircleKind): boolean =>
  title.toLowerCase().includes(kindWord(kind).toLowerCase());
/** Which meeting of its series a circle is; empty for one that belongs to none, or has no number in it. */
export const meetingWord = (series: CircleSummary['series']): string =>
  series && series.number > 0 ? m.circles_meeting_of({ number: series.number, length: series.length }) : '';
/** The state of a circle as people read it. */
export const stateWord = (state: CircleState): string => states[state]();

const moves: Partial<Record<CircleState, () => string>> = {
  open: m.circles_now_open,
  closed: m.circles_now_closed,
  archived: m.circles_now_archived
};
/** What is said once a circle has become this; nothing for a state nobody moves it to. */
export const nowWord = (state: CircleState | undefined): string => (state && moves[state]?.()) ?? '';
