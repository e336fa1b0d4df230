import * as m from '../paraglide/messages.js';
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
/** The state of a circle as people read it. */
export const stateWord = (state: CircleState): string => states[state]();
