import type { Attachment } from 'svelte/attachments';

/**
 * Where a dragged row would land: the number of other rows whose middle lies above the pointer.
 * @param middles vertical middles of all rows, in order
 */
export function dropPlace(middles: readonly number[], from: number, y: number): number {
  return middles.filter((middle, index) => index !== from && middle < y).length;
}

/** How near to the window's edge a drag scrolls the page, in pixels. */
const edge = 64;

/** Dragging rows of a list by pointer: mouse, pen and finger alike. Keyboards use the buttons and Alt with an arrow. */
export class RowDrag {
  from = $state<number | null>(null);
  to = $state<number | null>(null);
  #list: () => HTMLElement | undefined;
  #drop: (from: number, to: number) => void;

  constructor(list: () => HTMLElement | undefined, drop: (from: number, to: number) => void) {
    this.#list = list;
    this.#drop = drop;
  }

  /** Makes an element the handle of the row at `index`. */
  handle(index: number): Attachment<HTMLElement> {
    return (element) => {
      const move = (event: PointerEvent) => {
        const rows = [...(this.#list()?.children ?? [])].map((row) => row.getBoundingClientRect());
        this.to = dropPlace(
          rows.map((row) => row.top + row.height / 2),
          index,
          event.clientY
        );
        if (event.clientY < edge) window.scrollBy(0, -12);
        else if (event.clientY > window.innerHeight - edge) window.scrollBy(0, 12);
      };
      const end = (drop: boolean) => {
        const to = this.to;
        this.from = this.to = null;
        element.removeEventListener('pointermove', move);
        window.removeEventListener('keydown', escape);
        if (drop && to !== null && to !== index) this.#drop(index, to);
      };
      const escape = (event: KeyboardEvent) => {
        if (event.key === 'Escape') end(false);
      };
      const begin = (event: PointerEvent) => {
        if (event.button !== 0) return;
        event.preventDefault();
        element.setPointerCapture(event.pointerId);
        this.from = this.to = index;
        element.addEventListener('pointermove', move);
        window.addEventListener('keydown', escape);
      };
      const up = () => this.from === index && end(true);
      const cancel = () => this.from === index && end(false);
      element.addEventListener('pointerdown', begin);
      element.addEventListener('pointerup', up);
      element.addEventListener('pointercancel', cancel);
      return () => {
        element.removeEventListener('pointerdown', begin);
        element.removeEventListener('pointerup', up);
        element.removeEventListener('pointercancel', cancel);
        window.removeEventListener('keydown', escape);
      };
    };
  }
}
