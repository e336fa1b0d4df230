/**
 * How often something may be tried, counted in memory and forgotten: nothing about a visitor is written down.
 * `allow(key, now)` is false once `most` tries were made within `windowMs` before `now` (milliseconds).
 */
export function rateLimit(most: number, windowMs: number, keysAtMost = 10_000) {
  const tries = new Map<string, number[]>();
  return function allow(key: string, now: number): boolean {
    const recent = (tries.get(key) ?? []).filter((at) => at > now - windowMs);
    if (recent.length >= most) {
      tries.set(key, recent);
      return false;
    }
    recent.push(now);
    tries.delete(key);
    tries.set(key, recent);
    // The key unused for longest goes first, so that a flood of keys cannot fill the memory.
    if (tries.size > keysAtMost) tries.delete(tries.keys().next().value as string);
    return true;
  };
}
