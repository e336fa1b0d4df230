import { tookSchema } from './schema.ts';
import type { HeldSlot } from './slot.ts';

/** What was typed into the fields `took-<id>`: the sessions whose minutes changed, and a sentence by field for what is none. */
export interface TypedTook {
  changed: { slot: HeldSlot; minutes: number | null }[];
  errors: Record<string, string>;
}

/** Reads the form of what sessions took. Fields that are not there change nothing. */
export function readTook(form: FormData, slots: readonly HeldSlot[]): TypedTook {
  const typed: TypedTook = { changed: [], errors: {} };
  for (const slot of slots) {
    const name = `took-${slot.id}`;
    const value = form.get(name);
    if (typeof value !== 'string') continue;
    const read = tookSchema.safeParse(value);
    if (!read.success) typed.errors[name] = read.error.issues[0]!.message;
    else if (read.data !== slot.actualMinutes) typed.changed.push({ slot, minutes: read.data });
  }
  return typed;
}
