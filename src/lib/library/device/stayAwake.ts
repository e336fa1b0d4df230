let lock: WakeLockSentinel | null = null;
let wanted = false;

/** Keeps the screen on while a practice plays, where the browser can; it lets go when the page is hidden. */
export async function stayAwake(wish: boolean): Promise<void> {
  wanted = wish;
  if (!('wakeLock' in navigator)) return;
  try {
    if (wish && (!lock || lock.released)) lock = await navigator.wakeLock.request('screen');
    // It may have been paused while the browser was being asked.
    if (!wanted) await lock?.release();
  } catch {
    // Refused (a low battery, say): the practice goes on without.
  }
}

if (typeof document !== 'undefined')
  document.addEventListener('visibilitychange', () => {
    if (wanted && document.visibilityState === 'visible') void stayAwake(true);
  });
