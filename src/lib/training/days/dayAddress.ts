/** What the address of a day's page says besides the day, kept through a form: the half day, and the row whose plan is read. */
export const kept = (query: URLSearchParams): string =>
  new URLSearchParams(
    ['half', 'session'].flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : []))
  ).toString();
