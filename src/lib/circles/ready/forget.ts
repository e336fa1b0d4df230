/**
 * Where the answers lie: in this tab's own storage, which the browser empties when the tab closes. By person, so that who
 * signs in next on a shared computer never finds them.
 */
const prefix = 'circlewell-ready:';

export const readyKey = (personId: string, circleId: string): string => `${prefix}${personId}:${circleId}`;

/** Takes everything away that the readiness check left in this tab: by its button, and when someone signs out. */
export function forgetReadiness(storage: Storage): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key);
}
