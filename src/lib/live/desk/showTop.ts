/**
 * Scrolls to where the part's name and its time stand. The focus stays where it is, and nothing moves under the hands of
 * somebody who is typing or choosing.
 */
export function showTop(): void {
  if (document.activeElement?.matches('input, select, textarea')) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollTo({ top: 0, behavior: calm ? 'instant' : 'smooth' });
}
