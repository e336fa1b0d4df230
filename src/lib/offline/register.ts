/** Whether somebody said that this browser is to keep nothing. On unless turned off. */
const switchKey = 'circlewell-offline';

export function isOff(): boolean {
  try {
    return localStorage.getItem(switchKey) === 'off';
  } catch {
    // A browser that does not let us look keeps nothing for us either.
    return true;
  }
}

export function turn(off: boolean): void {
  if (off) localStorage.setItem(switchKey, 'off');
  else localStorage.removeItem(switchKey);
}

/**
 * Registers the worker when the page is there, and has it fetch what it has not got. Every page does it: by the root
 * layout, or by the light script of a page without the framework's client.
 */
export async function registerWorker(): Promise<void> {
  // In development every change would be answered with what was there before.
  if (import.meta.env.DEV || !('serviceWorker' in navigator) || isOff()) return;
  if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded));
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    (await navigator.serviceWorker.ready).active?.postMessage('fill');
  } catch {
    // Without a network, or in a window that keeps nothing: the page works all the same.
  }
}
