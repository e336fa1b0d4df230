import type { Attachment } from 'svelte/attachments';
import { dropPlace } from '$lib/ui/drag/dropPlace.ts';
import { pointerDrag } from '$lib/ui/drag/pointerDrag.ts';

/** Dragging rows of a list by pointer. Keyboards use the buttons and Alt with an arrow. */
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
    return pointerDrag({
      begin: () => {
        this.from = this.to = index;
      },
      move: ({ y }) => {
        const rows = [...(this.#list()?.children ?? [])].map((row) => row.getBoundingClientRect());
        this.to = dropPlace(
          rows.map((row) => row.top + row.height / 2),
          index,
          y
        );
      },
      end: (drop) => {
        const to = this.to;
        this.from = this.to = null;
        if (drop && to !== null && to !== index) this.#drop(index, to);
      }
    });
  }
}
