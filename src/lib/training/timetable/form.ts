import { newId } from '../../agenda/item.ts';
import * as m from '../../paraglide/messages.js';
import type { Subject } from '../curriculum/schema.ts';
import * as edits from './edits.ts';
import type { Offer } from './offer.ts';
import { fromCurriculum, halfFrom, halfKey, mostSlots, newBreak, ownSession, type HalfDay, type Slot } from './slot.ts';

/** Which button sent the timetable's form. A row's buttons carry its id, so they work without JavaScript. */
export type Press = { does: 'save' | 'add' } | { does: 'earlier' | 'later' | 'split' | 'remove'; id: string };

export interface TimetableForm {
  /** The version the screen was opened with; saving over a newer one is refused. */
  version: number;
  /** What was typed, numbers out of range included, so that a refused form can be shown again as it was. */
  slots: readonly Slot[];
  /** The timetable as it was when the screen was opened; null when it cannot be read. */
  base: Slot[] | null;
  press: Press;
  add: { what: string; half: HalfDay | null };
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};
const whole = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0);

/**
 * Reads rows `id-0`, `at-0`, `title-0` … until the first number that is missing. A row whose half day was chosen anew
 * (`half-0` other than `at-0`) goes to the end of that one. Never throws.
 */
export function readTimetableForm(form: FormData): TimetableForm {
  const rows: Slot[] = [];
  const chosen: { id: string; half: HalfDay }[] = [];
  // One row above the limit is read, so that the check can say there are too many.
  for (let row = 0; row <= mostSlots && form.has(`id-${row}`); row++) {
    const of = (name: string) => text(form, `${name}-${row}`);
    const at = halfFrom(of('at')) ?? { day: 1, half: 1 };
    const format = of('format') || 'discussion';
    rows.push({
      id: of('id'),
      ...at,
      sessionKey: format === 'break' ? null : of('key') || null,
      title: of('title').trim().replace(/\s+/g, ' '),
      subject: format === 'break' ? null : of('subject'),
      format,
      minutes: whole(of('minutes')),
      trainers: of('trainers').trim()
    });
    const half = halfFrom(of('half'));
    if (half && !edits.sameHalf(half, at)) chosen.push({ id: of('id'), half });
  }
  const slots = chosen.reduce<readonly Slot[]>((all, { id, half }) => edits.moveTo(all, id, half), edits.inOrder(rows));
  return {
    // "Save mine instead" names the version it means to replace.
    version: whole(text(form, form.has('over') ? 'over' : 'version')),
    slots,
    base: readBase(text(form, 'base')),
    press: pressOf(form),
    add: { what: text(form, 'add-what'), half: halfFrom(text(form, 'add-half')) }
  };
}

function pressOf(form: FormData): Press {
  if (form.has('add')) return { does: 'add' };
  for (const does of ['earlier', 'later', 'split', 'remove'] as const) {
    if (form.has(does)) return { does, id: text(form, does) };
  }
  return { does: 'save' };
}

/** The timetable as a form carries it along to know later what somebody else did: only compared, never stored. */
export const baseOf = (slots: readonly Slot[]): string => JSON.stringify(slots);

function readBase(typed: string): Slot[] | null {
  try {
    const read: unknown = JSON.parse(typed);
    return Array.isArray(read) && read.every((each) => typeof each === 'object' && each !== null && 'id' in each)
      ? (read as Slot[])
      : null;
  } catch {
    return null;
  }
}

/** What is added by these words of a form; null when there is no such thing to add. */
export function added({ what, half }: TimetableForm['add'], slots: readonly Slot[], offer: Offer): Slot | null {
  if (!half || !offer.days.some(({ day }) => day === half.day)) return null;
  if (what === 'break') return newBreak(half, m.training_timetable_break_title());
  if (what === 'own') return ownSession(half, m.training_timetable_own_title(), subjectAt(half, slots, offer.subjects));
  const session = offer.sessions.find(({ key }) => key === what);
  return session ? fromCurriculum(session, half) : null;
}

/** The subject a session of one's own most likely has: that of the session before it, else the curriculum's first. */
export function subjectAt(half: HalfDay, slots: readonly Slot[], subjects: readonly Subject[]): string {
  const before = slots.filter((slot) => slot.subject !== null && halfKey(slot) <= halfKey(half)).at(-1);
  return before?.subject ?? subjects[0]?.key ?? 'other';
}

/** Does what the button says, with the same functions that drag and keyboard use. */
export function afterPress({ slots, press, add }: TimetableForm, offer: Offer): readonly Slot[] {
  const halves = edits.halvesOf(offer.days);
  switch (press.does) {
    case 'earlier':
      return edits.moveEarlier(slots, press.id, halves);
    case 'later':
      return edits.moveLater(slots, press.id, halves);
    case 'split':
      return edits.split(slots, press.id, newId(), (title) => m.training_timetable_split_title({ title }));
    case 'remove':
      return edits.remove(slots, press.id);
    case 'add': {
      const slot = added(add, slots, offer);
      return slot ? edits.insert(slots, slot) : slots;
    }
    case 'save':
      return slots;
  }
}
