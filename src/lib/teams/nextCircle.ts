/** As much of a circle as the home page shows. */
export interface CircleAhead {
  id: string;
  title: string;
  state: string;
  /** ISO 8601 instant, or null while no day is set. */
  startsAt: string | null;
}

// A circle that was planned and never opened stays "next" for this long after its time.
const grace = 12 * 3_600_000;

/**
 * What a team has ahead: every circle that is open now, the last begun first, and the one it meets in next, which is the
 * first planned one still ahead, else one without a day. `now` in milliseconds.
 */
export function circlesAhead<C extends CircleAhead>(circles: readonly C[], now: number): { open: C[]; next: C | null } {
  const time = (circle: C) => (circle.startsAt === null ? Infinity : Date.parse(circle.startsAt));
  const later = (a: C, b: C) => (time(a) === time(b) ? 0 : time(a) - time(b));
  const open = circles.filter(({ state }) => state === 'open').toSorted((a, b) => later(b, a));
  const ahead = circles.filter((circle) => circle.state === 'planned' && time(circle) > now - grace);
  return { open, next: ahead.toSorted(later)[0] ?? null };
}
