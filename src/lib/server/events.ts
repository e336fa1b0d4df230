/** What one room tells the others without importing them: who may see what has changed. */
type Events = {
  'membership-changed': { teamId: string; personId: string };
  /** Before a circle is closed in the database, which refuses notes from then on: what is still in memory is stored now. */
  'circle-closing': { circleId: string };
  'circle-state-changed': { circleId: string; state: 'planned' | 'open' | 'closed' | 'archived' };
  /** Who facilitates, and so who may move the running circle on. */
  'circle-roles-changed': { circleId: string };
};

type Listener<K extends keyof Events> = (event: Events[K]) => void | Promise<void>;

const listeners: { [K in keyof Events]: Set<Listener<K>> } = {
  'membership-changed': new Set(),
  'circle-closing': new Set(),
  'circle-state-changed': new Set(),
  'circle-roles-changed': new Set()
};

/** Returns what stops listening. */
export function on<K extends keyof Events>(name: K, listener: Listener<K>): () => void {
  listeners[name].add(listener);
  return () => listeners[name].delete(listener);
}

/** Resolves when every listener has done its part, so that "closed" on the screen is closed at the socket too. */
export async function emit<K extends keyof Events>(name: K, event: Events[K]): Promise<void> {
  await Promise.all([...listeners[name]].map((listener) => listener(event)));
}
