import type { Attachment } from 'svelte/attachments';
import { dropPlace } from '$lib/ui/drag/dropPlace.ts';
import { pointerDrag } from '$lib/ui/drag/pointerDrag.ts';
import { halfFrom, type HalfDay } from './slot.ts';

/** Where a dragged row would land: among the other rows of a half day, counted from 0. */
interface Landing {
  half: HalfDay;
  place: number;
}

/** How far a point lies outside a box, in pixels; 0 within it. */
function distanceTo(box: DOMRect, { x, y }: { x: number; y: number }): number {
  return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
}

/**
 * Dragging rows between the half days of a timetable. A half day is an element with `data-half="2-1"`, its rows elements
 * with `data-slot`. Keyboards use the buttons and Alt with an arrow.
 */
export class SlotDrag {
  dragged = $state<string | null>(null);
  landing = $state<Landing | null>(null);
  #root: () => HTMLElement | undefined;
  #drop: (id: string, landing: Landing) => void;

  constructor(root: () => HTMLElement | undefined, drop: (id: string, landing: Landing) => void) {
    this.#root = root;
    this.#drop = drop;
  }

  /** Makes an element the handle of a row. */
  handle(id: string): Attachment<HTMLElement> {
    return pointerDrag({
      begin: () => {
        this.dragged = id;
      },
      move: (at) => {
        this.landing = this.#landingAt(id, at);
      },
      end: (drop) => {
        const landing = this.landing;
        this.dragged = this.landing = null;
        if (drop && landing) this.#drop(id, landing);
      }
    });
  }

  #landingAt(id: string, at: { x: number; y: number }): Landing | null {
    const halves = [...(this.#root()?.querySelectorAll<HTMLElement>('[data-half]') ?? [])];
    const near = halves
      .map((element) => ({ element, away: distanceTo(element.getBoundingClientRect(), at) }))
      .sort((a, b) => a.away - b.away)[0]?.element;
    const half = halfFrom(near?.dataset.half ?? '');
    if (!near || !half) return null;
    const rows = [...near.querySelectorAll<HTMLElement>('[data-slot]')];
    const middles = rows.map((row) => row.getBoundingClientRect()).map((box) => box.top + box.height / 2);
    const from = rows.findIndex((row) => row.dataset.slot === id);
    return { half, place: dropPlace(middles, from, at.y) };
  }
}
