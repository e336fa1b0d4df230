import { newId } from '../../agenda/item.ts';
import { redo, startHistory, step, undo } from '../../agenda/history.ts';
import * as m from '$lib/paraglide/messages';
import { clockWord, clockedDay, type DayStarts } from './clock.ts';
import * as edits from './edits.ts';
import { added, subjectAt } from './form.ts';
import { halfDayName } from './halfName.ts';
import type { Offer } from './offer.ts';
import type { HalfDay, Slot } from './slot.ts';

type Slots = readonly Slot[];

/** The timetable on an editor's screen: rows with undo, what is saved, and what a screen reader is told. */
export class TimetableEditing {
  #history = $state.raw(startHistory<Slots>([]));
  #saved = $state.raw<Slots>([]);
  #sending = $state.raw<Slots>([]);
  readonly days: readonly DayStarts[];
  readonly halves: readonly HalfDay[];
  readonly offer: Offer;
  /** The last thing that happened, in words. */
  told = $state('');

  constructor(slots: Slots, days: readonly DayStarts[], offer: Offer, saved: boolean) {
    this.#history = startHistory(slots);
    // A form that was refused comes back with rows that are not stored yet.
    this.#saved = saved ? slots : [];
    this.#sending = slots;
    this.days = days;
    this.halves = edits.halvesOf(days);
    this.offer = offer;
  }

  get slots(): Slots {
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
  /** What was last sent and stored: what the next save is compared with. */
  get saved(): Slots {
    return this.#saved;
  }

  canMove(id: string, way: 'earlier' | 'later'): boolean {
    return this.#moved(id, way) !== this.slots;
  }

  move(id: string, way: 'earlier' | 'later'): void {
    this.#place(id, this.#moved(id, way));
  }
  moveTo(id: string, half: HalfDay, place?: number): void {
    this.#place(id, edits.moveTo(this.slots, id, half, place));
  }

  split(id: string): void {
    const title = this.#titleOf(id);
    const next = edits.split(this.slots, id, newId(), (whole) => m.training_timetable_split_title({ title: whole }));
    this.#step(next);
    this.told = m.training_timetable_told_split({ title });
  }

  remove(id: string): void {
    const title = this.#titleOf(id);
    this.#step(edits.remove(this.slots, id));
    this.told = m.training_timetable_told_removed({ title });
  }

  /** Adds what the list offers; gives its row, or null when there is no such thing. */
  add(what: string, half: HalfDay): Slot | null {
    const slot = added({ what, half }, this.slots, this.offer);
    if (!slot) return null;
    this.#step(edits.insert(this.slots, slot));
    this.told = m.training_timetable_told_added({ title: slot.title, ...this.#standing(slot.id) });
    return slot;
  }

  change(id: string, to: Parameters<typeof edits.change>[2]): void {
    const slot = this.slots.find((each) => each.id === id);
    if (!slot) return;
    const subject = subjectAt(slot, this.slots, this.offer.subjects);
    this.#step(edits.change(this.slots, id, to, subject), `${id} ${Object.keys(to).join(' ')}`);
  }

  undo(): void {
    this.#history = undo(this.#history);
    this.told = m.training_timetable_told_undone();
  }
  redo(): void {
    this.#history = redo(this.#history);
    this.told = m.training_timetable_told_redone();
  }

  /** Remembers what goes to the server, so that typing on while it is sent still counts as unsaved. */
  sending(): void {
    this.#sending = this.slots;
  }
  stored(): void {
    this.#saved = this.#sending;
    this.told = m.training_timetable_saved();
  }

  #moved(id: string, way: 'earlier' | 'later'): Slots {
    return (way === 'earlier' ? edits.moveEarlier : edits.moveLater)(this.slots, id, this.halves);
  }
  /** Takes a move and says where the row is now; says so too when it stays. */
  #place(id: string, next: Slots): void {
    const title = this.#titleOf(id);
    if (next === this.slots) this.told = m.training_timetable_told_stays({ title });
    else {
      this.#step(next);
      this.told = m.training_timetable_told_moved({ title, ...this.#standing(id) });
    }
  }
  #step(next: Slots, field: string | null = null): void {
    this.#history = step(this.#history, next, field);
  }
  #titleOf(id: string): string {
    return this.slots.find((each) => each.id === id)?.title.trim() || m.training_timetable_untitled();
  }
  #standing(id: string): { half: string; time: string } {
    const slot = this.slots.find((each) => each.id === id);
    const day = this.days.find((each) => each.day === slot?.day);
    const rows = day ? clockedDay(day, this.slots).flatMap((half) => half.rows) : [];
    const from = rows.find((row) => row.slot.id === id)?.from ?? 0;
    return { half: slot ? halfDayName(slot) : '', time: clockWord(from) };
  }
}
