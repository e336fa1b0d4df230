import * as m from '../../paraglide/messages.js';

/** How many have a place and how many wait, on all days and on the open day alone. */
export interface Taken {
  cohort: { placed: number; waiting: number };
  openDay: { placed: number; waiting: number };
}

/** What to know where more people have a place than there are now, as after fewer were given: a sentence for each kind. */
export function tooManyPlaced({ places, openPlaces }: { places: number; openPlaces: number }, taken: Taken): string[] {
  const { cohort, openDay } = taken;
  return [
    ...(cohort.placed > places ? [m.training_delivery_over_places({ count: cohort.placed, places })] : []),
    ...(openDay.placed > openPlaces
      ? [m.training_delivery_over_open_places({ count: openDay.placed, places: openPlaces })]
      : [])
  ];
}
