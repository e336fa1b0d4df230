import * as m from '../../paraglide/messages.js';
import type { PlaceKind, PlaceState } from './schema.ts';

/** "The whole training, all days" or "The open day only". */
export const kindName = (kind: PlaceKind): string =>
  kind === 'cohort' ? m.training_places_kind_cohort() : m.training_places_kind_open();

const states: Record<PlaceState, () => string> = {
  placed: m.training_places_state_placed,
  waiting: m.training_places_state_waiting,
  withdrawn: m.training_places_state_withdrawn
};

/** Where somebody stands, in a word or two. */
export const stateName = (state: PlaceState): string => states[state]();
