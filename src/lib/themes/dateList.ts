/** ISO days as people write them, “5 November 2007 and 6 November 2007”; empty for none. */
export function dateList(days: readonly string[]): string {
  // A day has no time zone: reading and writing it in the same one keeps it the same day everywhere.
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return new Intl.ListFormat('en').format(days.map((iso) => day.format(new Date(iso))));
}
