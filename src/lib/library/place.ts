/** Where a person may use a text of the library: a team they lead, with the circles that are planned there, the next one first. */
export interface PlaceToUse {
  team: { id: string; name: string };
  circles: { id: string; title: string; startsAt: string | null; timeZone: string }[];
}
