import type { Curriculum, Handout, Session } from '../curriculum/schema.ts';
import { sessionsOf } from '../curriculum/schema.ts';
import type { Slot } from '../timetable/slot.ts';

/** The curriculum's session behind a row; null for a break, one of our own, and one the curriculum does not have. */
export function sessionOf(curriculum: Curriculum | null, slot: Pick<Slot, 'sessionKey'>): Session | null {
  if (!curriculum || slot.sessionKey === null) return null;
  return sessionsOf(curriculum).find(({ key }) => key === slot.sessionKey) ?? null;
}

/** The curriculum's sessions behind rows, once each, in their order: one that was split counts once. */
export const sessionsBehind = (curriculum: Curriculum | null, slots: readonly Slot[]): Session[] => [
  ...new Set(slots.flatMap((slot) => sessionOf(curriculum, slot) ?? []))
];

/** What has to be there, once each, with the sessions that need it. */
export function materialsOf(sessions: readonly Session[]): { what: string; for: string[] }[] {
  const needed = new Map<string, string[]>();
  for (const { title, materials } of sessions)
    for (const what of materials) needed.set(what, [...(needed.get(what) ?? []), title]);
  return [...needed].map(([what, titles]) => ({ what, for: [...new Set(titles)] }));
}

/** The handouts of sessions, once each, in the order they are needed. */
export function handoutsOf(curriculum: Curriculum | null, sessions: readonly Session[]): Handout[] {
  const slugs = [...new Set(sessions.flatMap(({ handouts }) => handouts))];
  return slugs.flatMap((slug) => curriculum?.handouts.find((handout) => handout.slug === slug) ?? []);
}

/**
 * What a session has in the curriculum and in this training, where the two differ: its plan was written for the first. Parts of one that
 * was split are added up; one that is held twice in full has its plan twice.
 * @param slots of the whole training
 */
export function minutesChanged(
  { key, minutes }: Pick<Session, 'key' | 'minutes'>,
  slots: readonly Pick<Slot, 'sessionKey' | 'minutes'>[]
): { planned: number; here: number } | null {
  const rows = slots.filter(({ sessionKey }) => sessionKey === key);
  const here = rows.reduce((all, slot) => all + slot.minutes, 0);
  return here === minutes || rows.every((slot) => slot.minutes === minutes) ? null : { planned: minutes, here };
}
