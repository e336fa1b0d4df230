/** ISO days as people write them, “November 5, 2007 and November 6, 2007”; empty for none. */
export function dateList(days: readonly string[]): string {
  // A day has no time zone: reading and writing it in the same one keeps it the same day everywhere.
  const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
  return new Intl.ListFormat('en').format(days.map((iso) => day.format(new Date(iso))));
}
