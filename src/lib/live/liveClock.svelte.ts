/** The answer takes this long at most; a slower one says too little about the time. */
const TAKES_AT_MOST = 5_000;

/**
 * The server's time on this device, and the one ticker that everything on the page is drawn by.
 *
 * Ticks only say "look again": the time itself is always read, so a tab that slept is right again at the next tick.
 */
export class LiveClock {
  /** The server's time at the last tick, ms since 1970. */
  now = $state(Date.now());
  /** What the device's clock is behind (+) or ahead (-), ms; the last known one while offline. */
  #difference = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** The server's time now, ms since 1970. */
  read(): number {
    return Date.now() + this.#difference;
  }

  /** Draws anew, once a second and at once. */
  tick(): void {
    this.now = this.read();
  }

  /** Asks the server what time it is. The answer is taken to be true in the middle of asking. */
  async sync(): Promise<void> {
    const asked = Date.now();
    const answer = await fetch('/clock', { cache: 'no-store' }).catch(() => null);
    const took = Date.now() - asked;
    const said: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
    const now = (said as { now?: unknown } | null)?.now;
    if (typeof now === 'number' && Number.isFinite(now) && took >= 0 && took <= TAKES_AT_MOST) {
      this.#difference = now + took / 2 - (asked + took);
    }
    this.tick();
  }

  start(): void {
    this.#timer ??= setInterval(() => this.tick(), 1_000);
    this.tick();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
