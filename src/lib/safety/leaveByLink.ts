import { leaveQuickly, NEUTRAL_ADDRESS } from './exit.ts';
import { countShift } from './tripleShift.ts';

/** Makes the quick exit of a page without the framework's client work as QuickExit.svelte does: its link, and Shift. */
export function readyToLeave(): void {
  const shift = countShift();
  for (const link of document.querySelectorAll(`a[href="${NEUTRAL_ADDRESS}"]`))
    link.addEventListener('click', (event) => {
      event.preventDefault();
      leaveQuickly(window);
    });
  addEventListener('keydown', ({ key, repeat }) => shift.down(key, repeat));
  addEventListener('keyup', ({ key, timeStamp }) => shift.up(key, timeStamp) && leaveQuickly(window));
  addEventListener('pointerdown', () => shift.reset());
}
