import * as m from '../paraglide/messages.js';
import type { ItemKind } from './item.ts';

const names: Record<ItemKind, () => string> = {
  opening: m.agenda_kind_opening,
  agreements: m.agenda_kind_agreements,
  check_in: m.agenda_kind_check_in,
  practice: m.agenda_kind_practice,
  core: m.agenda_kind_core,
  scenario: m.agenda_kind_scenario,
  round: m.agenda_kind_round,
  actions: m.agenda_kind_actions,
  closing: m.agenda_kind_closing,
  break: m.agenda_kind_break
};

/** The name of a kind as people read it; also the title of a newly added item. */
export const kindName = (kind: ItemKind): string => names[kind]();
