const EVERY = 60_000;

/** Calls `look` when the page comes back into sight, and once a minute while it is there. Returns what ends it. */
export function lookAgain(look: () => void): () => void {
  const ifSeen = () => {
    if (document.visibilityState === 'visible' && navigator.onLine) look();
  };
  const timer = setInterval(ifSeen, EVERY);
  document.addEventListener('visibilitychange', ifSeen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ifSeen);
  };
}
