import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import type { Stretch } from './dayTimes.ts';
import { contactsSchema, ownDaySchema, type PlaceKind } from './schema.ts';

const minutesByHalf = z.record(z.string(), z.coerce.number());

/** What the page for signing up is told of a training (`training_by_code`). */
export const offerSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    organisation: z.string(),
    venue: z.string(),
    online: z.boolean(),
    contact: z.string(),
    time_zone: z.string(),
    trainers: z.array(z.string()),
    sign_up_open: z.boolean(),
    places: z.int(),
    open_places: z.int(),
    days_needed: z.int(),
    make_ups_count: z.boolean(),
    most_missed: z.int(),
    placed: z.int(),
    waiting: z.int(),
    open_placed: z.int(),
    open_waiting: z.int(),
    days: z.array(z.looseObject({ day: z.int(), minutes: minutesByHalf })),
    contacts: contactsSchema
  })
  .transform(({ days, contacts, ...row }) => ({
    id: row.id,
    title: row.title,
    organisation: row.organisation,
    venue: row.venue,
    online: row.online,
    contact: row.contact,
    timeZone: row.time_zone,
    trainers: row.trainers,
    signUpOpen: row.sign_up_open,
    daysNeeded: row.days_needed,
    makeUpsCount: row.make_ups_count,
    mostMissed: row.most_missed,
    cohort: { places: row.places, placed: row.placed, waiting: row.waiting },
    openDay: { places: row.open_places, placed: row.open_placed, waiting: row.open_waiting },
    contacts,
    days: days.map((day) => ownDaySchema.parse(day)),
    minutes: days.flatMap(({ day, minutes }): Stretch[] =>
      ([1, 2] as const).filter((half) => minutes[half]).map((half) => ({ day, half, minutes: minutes[half]! }))
    )
  }));

export type Offer = z.infer<typeof offerSchema>;
export type Places = Offer['cohort'];

/** Places somebody who signs up now can have: who waits goes first. */
export const freeOf = ({ places, placed, waiting }: Places): number => (waiting > 0 ? 0 : Math.max(0, places - placed));

/** The kinds of place one can sign up for: an open day has to be held, and to have places. */
export function kindsOffered({ openDay, days }: Pick<Offer, 'openDay' | 'days'>): PlaceKind[] {
  const hasOpenDay = openDay.places > 0 && days.some(({ audience }) => audience === 'open');
  return hasOpenDay ? ['cohort', 'open_day'] : ['cohort'];
}

export const placesOfOffer = (offer: Pick<Offer, 'cohort' | 'openDay'>, kind: PlaceKind): Places =>
  kind === 'cohort' ? offer.cohort : offer.openDay;

/** "7 of 20 places are free." or that one can wait, and behind how many. */
export function leftInWords(places: Places): string {
  const free = freeOf(places);
  if (free === 1) return m.training_places_left_one({ places: places.places });
  if (free > 1) return m.training_places_left({ count: free, places: places.places });
  return places.waiting === 0
    ? m.training_places_left_none()
    : places.waiting === 1
      ? m.training_places_left_none_one()
      : m.training_places_left_none_waiting({ count: places.waiting });
}
