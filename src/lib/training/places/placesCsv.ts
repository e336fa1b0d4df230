import * as m from '../../paraglide/messages.js';
import { toCsv } from '../../themes/csv.ts';
import { kindName, stateName } from './kindName.ts';
import { placesOfKind, type ListedPlace } from './placeList.ts';
import { placeKinds } from './schema.ts';

/** One line a place: the cohort first, then the open day, each in the order of the page. No spreadsheet runs a cell of it (themes/csv.ts). */
export function placesCsv(people: readonly ListedPlace[]): string {
  const header = [
    m.training_places_csv_kind(),
    m.training_places_csv_state(),
    m.training_places_name(),
    m.training_places_email(),
    m.training_places_workplace(),
    m.training_places_csv_since()
  ];
  const rows = placeKinds.flatMap((kind) => {
    const { placed, waiting, withdrawn } = placesOfKind(people, kind, 0);
    return [...placed, ...waiting, ...withdrawn].map((place) => [
      kindName(kind),
      stateName(place.state),
      place.name,
      place.email,
      place.workplace,
      place.signedUpOn
    ]);
  });
  return toCsv([header, ...rows]);
}
