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
 * The circle a team meets in next: one that is open now (the last begun), else the first planned one still ahead, else one
 * without a day. `now` in milliseconds.
 */
export function nextCircle<C extends CircleAhead>(circles: readonly C[], now: number): C | null {
  const time = (circle: C) => (circle.startsAt === null ? Infinity : Date.parse(circle.startsAt));
  const open = circles.filter(({ state }) => state === 'open');
  if (open.length > 0) return open.reduce((last, circle) => (time(circle) > time(last) ? circle : last));
  const ahead = circles.filter((circle) => circle.state === 'planned' && time(circle) > now - grace);
  return ahead.sort((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)))[0] ?? null;
}
