import * as m from '../../paraglide/messages.js';
import type { KindOfPlaces } from './placeList.ts';

/** "20 of 20 placed · 3 waiting · 1 gave the place back": every part but the first only where there is somebody. */
export function tallyInWords({ places, placed, waiting, withdrawn }: KindOfPlaces): string {
  return [
    m.training_places_tally_placed({ count: placed.length, places }),
    waiting.length > 0 && m.training_places_tally_waiting({ count: waiting.length }),
    withdrawn.length > 0 && m.training_places_tally_withdrawn({ count: withdrawn.length })
  ]
    .filter(Boolean)
    .join(' · ');
}
