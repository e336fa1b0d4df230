/** Rows of a list on paper: everybody by name, then room for those who come without an account. */
export function rowsFor(names: readonly string[]): { name: string; at: number }[] {
  const blank = Math.max(4, 14 - names.length);
  return [...names, ...new Array<string>(blank).fill('')].map((name, at) => ({ name, at }));
}
