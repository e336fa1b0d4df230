import type { Database } from '$lib/database.types';
import type { Audience } from '../../curriculum/schema.ts';
import type { Slot } from '../slots.ts';
import type { Training, TrainingDay, TrainingFrame } from '../training.ts';

type Tables = Database['public']['Tables'];
type DayRow = Tables['training_days']['Row'];

export const dayColumns = 'training_days(day, held_on, audience, title, morning_starts, afternoon_starts)';
export const frameColumns = `id, organisation_id, title, time_zone, ${dayColumns}` as const;
export const ruleColumns = 'days_needed, make_ups_count, most_missed';
export const trainingColumns =
  `${frameColumns}, venue, link, contact, trainers, places, open_places, ${ruleColumns}` as const;

type PartOfDay = Pick<DayRow, 'day' | 'held_on' | 'audience' | 'title' | 'morning_starts' | 'afternoon_starts'>;
type FrameRow = Pick<Tables['trainings']['Row'], 'id' | 'organisation_id' | 'title' | 'time_zone'> & {
  training_days: PartOfDay[];
};
type TrainingRow = FrameRow &
  Pick<
    Tables['trainings']['Row'],
    | 'venue'
    | 'link'
    | 'contact'
    | 'trainers'
    | 'places'
    | 'open_places'
    | 'days_needed'
    | 'make_ups_count'
    | 'most_missed'
  >;

export const dayFrom = (row: PartOfDay): TrainingDay => ({
  day: row.day,
  heldOn: row.held_on,
  audience: row.audience as Audience,
  title: row.title,
  // The database gives seconds with it.
  morningStarts: row.morning_starts.slice(0, 5),
  afternoonStarts: row.afternoon_starts.slice(0, 5)
});

export const frameFrom = (row: FrameRow): TrainingFrame => ({
  id: row.id,
  organisationId: row.organisation_id,
  title: row.title,
  timeZone: row.time_zone,
  days: row.training_days.map(dayFrom).toSorted((a, b) => a.day - b.day)
});

export const trainingFrom = (row: TrainingRow): Training => ({
  ...frameFrom(row),
  venue: row.venue,
  link: row.link,
  contact: row.contact,
  trainers: row.trainers,
  places: row.places,
  openPlaces: row.open_places,
  daysNeeded: row.days_needed,
  makeUpsCount: row.make_ups_count,
  mostMissed: row.most_missed
});

export const dayRow = (day: TrainingDay) => ({
  day: day.day,
  held_on: day.heldOn,
  audience: day.audience,
  title: day.title,
  morning_starts: day.morningStarts,
  afternoon_starts: day.afternoonStarts
});

export const slotRow = ({ sessionKey, ...slot }: Slot) => ({ ...slot, session_key: sessionKey });
