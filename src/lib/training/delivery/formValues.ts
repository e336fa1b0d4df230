import type { Training } from './training.ts';

/** What the form fields hold for a training as it is. "All days" is an empty field, as when it was planned. */
export const detailValues = (training: Training): Record<string, string> => ({
  title: training.title,
  venue: training.venue,
  link: training.link,
  contact: training.contact,
  timeZone: training.timeZone,
  trainers: training.trainers.join('\n'),
  places: String(training.places),
  openPlaces: String(training.openPlaces),
  daysNeeded: training.daysNeeded >= training.days.length ? '' : String(training.daysNeeded),
  makeUpsCount: training.makeUpsCount ? 'on' : '',
  mostMissed: String(training.mostMissed)
});

/** Rows of the days' form, by the names of their fields: `days.0.heldOn`. */
export function dayRows(form: FormData): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of form) {
    const [, row, field] = /^days\.(\d)\.(\w+)$/.exec(name) ?? [];
    if (row && field && typeof value === 'string') (rows[Number(row)] ??= {})[field] = value;
  }
  return rows;
}
