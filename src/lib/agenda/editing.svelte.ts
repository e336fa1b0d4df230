import * as m from '$lib/paraglide/messages';
import { clockTime, runningTimes } from './clock.ts';
import * as edits from './edits.ts';
import { redo, startHistory, step, undo } from './history.ts';
import { newId, newItem, type AgendaItem, type ItemKind } from './item.ts';
import { kindName } from './kindName.ts';
import { balance, evenCuts, makeCuts, type Proposal, totalMinutes } from './total.ts';

type Items = readonly AgendaItem[];

/** What is said once an agenda is saved: also that it does not fit, for whoever looks away now. */
export function savedWord(items: Items, planned: number): string {
  const stands = balance(items, planned);
  return stands.is === 'over' ? m.agenda_saved_over({ by: stands.by }) : m.agenda_saved();
}

/** The agenda on an editor's screen: items with undo, what is saved, and what a screen reader is told. */
export class AgendaEditing {
  #history = $state.raw(startHistory<Items>([]));
  #saved = $state.raw<Items>([]);
  #sending = $state.raw<Items>([]);
  #start: number | null;
  #zone: string;
  #planned: number;
  /** The item whose minutes were set last: shortening is not to take back what somebody has just given. */
  #set = $state<string | null>(null);
  /** The last thing that happened, in words. */
  told = $state('');

  constructor(items: Items, clock: { startsAt: string | null; zone: string; planned: number; saved: boolean }) {
    this.#history = startHistory(items);
    // A form that was refused comes back with items that are not stored yet.
    this.#saved = clock.saved ? items : [];
    this.#sending = items;
    this.#start = clock.startsAt === null ? null : Date.parse(clock.startsAt);
    this.#zone = clock.zone;
    this.#planned = clock.planned;
  }

  get items(): Items {
    return this.#history.present;
  }
  get unsaved(): boolean {
    return this.#history.present !== this.#saved;
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** How to bring the agenda back to its planned time. */
  get proposal(): Proposal {
    return evenCuts(this.items, this.#planned, this.#set);
  }

  /** Moves an item and says where it is now; says so too when it stays. */
  move(from: number, to: number): void {
    const item = this.items[from];
    if (!item) return;
    const next = edits.moveTo(this.items, from, to);
    const title = this.titleOf(item);
    if (next === this.items) this.told = m.agenda_told_stays({ title });
    else {
      this.#step(next);
      this.told = m.agenda_told_moved({ title, ...this.#placeOf(item) });
    }
  }

  add(kind: ItemKind): AgendaItem {
    const item = newItem(kind, newId(), kindName(kind));
    this.#step(edits.insert(this.items, item));
    this.told = m.agenda_told_added({ title: item.title, ...this.#placeOf(item) });
    return item;
  }

  remove(index: number): void {
    const item = this.items[index];
    if (!item) return;
    this.#step(edits.remove(this.items, index));
    this.told = m.agenda_told_removed({ title: this.titleOf(item) });
  }

  change(index: number, to: Parameters<typeof edits.change>[2]): void {
    if (to.minutes !== undefined) this.#set = this.items[index]?.id ?? null;
    this.#step(edits.change(this.items, index, to), `${this.items[index]?.id} ${Object.keys(to).join(' ')}`);
  }

  cut(): void {
    this.#step(makeCuts(this.items, this.proposal.cuts));
    this.told = m.agenda_told_cut({ total: totalMinutes(this.items) });
  }

  undo(): void {
    this.#history = undo(this.#history);
    this.told = m.agenda_told_undone();
  }
  redo(): void {
    this.#history = redo(this.#history);
    this.told = m.agenda_told_redone();
  }

  /** Remembers what goes to the server, so that typing on while it is sent still counts as unsaved. */
  sending(): void {
    this.#sending = this.items;
  }
  stored(): void {
    this.#saved = this.#sending;
    this.told = savedWord(this.#saved, this.#planned);
  }

  /** The row an item had in what was last sent: problems come back by that number, and items move on. */
  sentRow(item: AgendaItem): number {
    return this.#sending.findIndex((sent) => sent.id === item.id);
  }

  titleOf(item: AgendaItem): string {
    return item.title.trim() || m.agenda_item_untitled();
  }

  #step(next: Items, field: string | null = null): void {
    this.#history = step(this.#history, next, field);
  }

  #placeOf(item: AgendaItem): { place: number; count: number; time: string } {
    const index = this.items.indexOf(item);
    const from = runningTimes(this.#start ?? 0, this.items)[index]?.from ?? 0;
    // Without a start the time is counted from the beginning of the circle, as 00:25.
    const time = this.#start === null ? clockTime(from, 'UTC') : clockTime(from, this.#zone);
    return { place: index + 1, count: this.items.length, time };
  }
}
