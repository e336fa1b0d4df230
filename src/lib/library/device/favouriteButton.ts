import { keepOwn, readOwn, toggled } from './ownPractices.ts';

/** What is kept here; nothing where the browser forbids even to look. */
export function own() {
  try {
    return readOwn(localStorage);
  } catch {
    return readOwn({ getItem: () => null });
  }
}

export function keep(next: ReturnType<typeof own>): boolean {
  try {
    return keepOwn(localStorage, next);
  } catch {
    return false;
  }
}

/** Makes the stars work: `<button data-favourite="slug" aria-pressed>`. @param changed is told after each change */
export function favouriteButtons(changed: () => void = () => {}): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-favourite]')];
  const draw = () => {
    const { favourites } = own();
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(favourites.includes(button.dataset.favourite!)));
  };
  for (const button of buttons)
    button.addEventListener('click', () => {
      const now = own();
      const kept = keep({ ...now, favourites: toggled(now, button.dataset.favourite!) });
      for (const note of document.querySelectorAll<HTMLElement>('[data-not-kept]')) note.hidden = kept;
      draw();
      changed();
    });
  draw();
}
