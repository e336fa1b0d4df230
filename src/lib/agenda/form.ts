import * as edits from './edits.ts';
import {
  isFrame,
  itemKinds,
  maxItems,
  nearestPriority,
  newId,
  newItem,
  type AgendaItem,
  type ItemKind
} from './item.ts';
import { evenCuts, makeCuts } from './total.ts';

/** Which button sent the agenda's form. Each row's buttons carry the row's number, so they work without JavaScript. */
export type Press =
  | { does: 'save' }
  | { does: 'up' | 'down' | 'remove'; index: number }
  | { does: 'add'; kind: ItemKind; title: string }
  | { does: 'cut' };

export interface AgendaForm {
  /** The version the screen was opened with; saving over a newer one is refused. */
  version: number;
  /** What was typed, numbers out of range included, so that a refused form can be shown again as it was. */
  items: AgendaItem[];
  press: Press;
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};

const whole = (form: FormData, name: string): number => {
  const typed = text(form, name).trim();
  return /^-?\d{1,6}$/.test(typed) ? Number(typed) : 0;
};

const kindOf = (typed: string): ItemKind => itemKinds.find((kind) => kind === typed) ?? 'core';

/** Reads rows `id-0`, `kind-0`, `title-0` … until the first number that is missing. Never throws. */
export function readAgendaForm(form: FormData, titleOf: (kind: ItemKind) => string): AgendaForm {
  const items: AgendaItem[] = [];
  // One row above the limit is read, so that the check can say there are too many.
  for (let row = 0; row <= maxItems && form.has(`kind-${row}`); row++) {
    items.push({
      id: text(form, `id-${row}`),
      kind: kindOf(text(form, `kind-${row}`)),
      title: text(form, `title-${row}`).trim(),
      notes: text(form, `notes-${row}`).trim(),
      minutes: whole(form, `minutes-${row}`),
      minMinutes: whole(form, `min-${row}`),
      priority: nearestPriority(whole(form, `priority-${row}`) || 5)
    });
  }
  // “Save mine instead” names the version it means to replace.
  return { version: whole(form, form.has('over') ? 'over' : 'version'), items, press: readPress(form, titleOf) };
}

function readPress(form: FormData, titleOf: (kind: ItemKind) => string): Press {
  if (form.has('cut')) return { does: 'cut' };
  if (form.has('add')) {
    const kind = kindOf(text(form, 'add-kind'));
    return { does: 'add', kind: isFrame({ kind }) ? 'core' : kind, title: titleOf(kind) };
  }
  for (const name of form.keys()) {
    const found = /^(up|down|remove)-(\d{1,3})$/.exec(name);
    if (found) return { does: found[1] as 'up' | 'down' | 'remove', index: Number(found[2]) };
  }
  return { does: 'save' };
}

/** The fragment that brings a page made anew back to the row that was pressed. */
export function placeAfter(press: Press): string {
  if (!('index' in press)) return '';
  return `#title-${Math.max(0, press.does === 'down' ? press.index + 1 : press.index - 1)}`;
}

/** Does what the button says, with the same functions that drag and keyboard use. */
export function afterPress(items: readonly AgendaItem[], press: Press, planned: number): readonly AgendaItem[] {
  switch (press.does) {
    case 'up':
      return edits.moveUp(items, press.index);
    case 'down':
      return edits.moveDown(items, press.index);
    case 'remove':
      return edits.remove(items, press.index);
    case 'add':
      return edits.insert(items, newItem(press.kind, newId(), press.title));
    case 'cut':
      return makeCuts(items, evenCuts(items, planned).cuts);
    case 'save':
      return items;
  }
}
