/** The screens of the check-in: sections of one page, of which one is shown. All were on the page from the start. */

export const all = <E extends HTMLElement>(selector: string, within: ParentNode = document): E[] => [
  ...within.querySelectorAll<E>(selector)
];

/** Hides or shows everything that fits. */
export function reveal(selector: string, shown = true): void {
  for (const part of all(selector)) part.hidden = !shown;
}

/** Shows one screen and takes the focus to its heading, so that a screen reader reads on from there. */
export function showScreen(name: string): void {
  for (const screen of all('[data-screen]')) screen.hidden = screen.dataset.screen !== name;
  document.querySelector<HTMLElement>(`[data-screen="${name}"] [data-focus]`)?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Says one thing on the first screen. */
export const note = (name: string): void => reveal(`[data-note="${name}"]`);

/**
 * Lets people walk through screens in their order. A step is a place in the browser's history too, so that a phone's own
 * Back goes one screen back and not off the page with everything lost. `end` shows a screen after which there is no way
 * back into the others: from there Back leaves the page, unless an answer is still only in it (`stay`).
 */
export function walk(order: readonly string[], mayLeave: (screen: string) => boolean): { end: (name: string) => void } {
  let here = order[0]!;
  // Places in the history outlive a reload, what was chosen does not: those of an earlier walk are passed over.
  const since = performance.timeOrigin;
  history.scrollRestoration = 'manual';
  history.replaceState({ screen: here, since }, '');
  const to = (name: string) => {
    here = name;
    history.pushState({ screen: name, since }, '');
    showScreen(name);
  };
  const end = (name: string) => {
    here = name;
    showScreen(name);
  };
  const next = () => {
    if (mayLeave(here)) to(order[order.indexOf(here) + 1] ?? here);
  };
  addEventListener('popstate', ({ state }) => {
    const place = state as { screen: string; since: number } | null;
    if (!place || here === 'stay') return;
    if (place.since !== since || !order.includes(here)) return history.back();
    end(place.screen);
  });
  document.addEventListener('click', (event) => {
    const target = event.target as HTMLElement;
    const go = target.closest<HTMLElement>('[data-go]')?.dataset.go;
    if (go === 'next') next();
    if (go === 'back') history.back();
    // A tap on an answer goes on by itself; the arrow keys, which choose as they move, do not (their clicks have no pointer).
    const tapped = event instanceof PointerEvent && event.pointerType !== '' && event.detail > 0;
    if (tapped && target.matches('input[type=radio]')) next();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.target as HTMLElement).matches('input[type=radio], input[type=checkbox]'))
      next();
  });
  return { end };
}
