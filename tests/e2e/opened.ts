/** Who can open a page and see the most of it: its route and an address of it in the demo. */
export type Opened = { route: string; path: string };

/** A page by its route, with these ids in the places of its parameters. */
export const at = (route: string, ids: Record<string, string> = {}, query = ''): Opened => ({
  route,
  path: route.replace(/\[{1,2}(\w+)\]{1,2}/g, (_, name: string) => ids[name] ?? `no ${name}`) + query
});
