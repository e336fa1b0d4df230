import { sessionsOf, type Curriculum, type Subject } from '../curriculum/schema.ts';
import type { OfferedSession } from './slot.ts';

/** What may be added: `own`, `break`, or the key of a session. */
export interface Offer {
  sessions: readonly OfferedSession[];
  subjects: readonly Subject[];
  days: readonly { day: number }[];
}

/** What a training's curriculum offers: plans and aims stay behind, so that the page stays small. */
export const offerOf = (curriculum: Curriculum | null, days: Offer['days']): Offer => ({
  sessions: (curriculum ? sessionsOf(curriculum) : []).map(({ key, title, subject, format, minutes, trainers }) => ({
    key,
    title,
    subject,
    format,
    minutes,
    trainers
  })),
  subjects: curriculum?.subjects ?? [],
  days
});
