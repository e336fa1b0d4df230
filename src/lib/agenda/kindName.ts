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

/** Words that tell nothing by themselves. */
const small = /^(a|an|the|our|and|of)$/;
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !small.test(word));
const within = (some: string[], all: string[]): boolean => some.every((word) => all.includes(word));

/** True when a title and the name of its kind say the same, one perhaps in more words: the kind then adds nothing. */
export function saysItsKind(title: string, kind: ItemKind): boolean {
  const [said, name] = [wordsOf(title), wordsOf(kindName(kind))];
  return said.length > 0 && (within(said, name) || within(name, said));
}

/** The name of a kind as people read it; also the title of a newly added item. */
export const kindName = (kind: ItemKind): string => names[kind]();
