/** How often the running time is drawn anew, ms: minutes are shown, no seconds. */
const every = 5_000;

/** The server's time on this page. It stands still without scripts and goes on with them. */
export class Ticker {
  /** Milliseconds since 1970. */
  now = $state(0);
  #difference = 0;

  /** @param now the server's time when it made the page */
  constructor(now: number) {
    this.now = now;
  }

  /** Takes the server's time of a page that has just come. */
  set(now: number): void {
    this.#difference = now - Date.now();
    this.now = now;
  }

  /** Goes on by the device's clock; returns what ends it. */
  run(): () => void {
    const tick = () => {
      this.now = Date.now() + this.#difference;
    };
    const timer = setInterval(tick, every);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }
}
