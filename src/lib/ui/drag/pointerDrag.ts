import type { Attachment } from 'svelte/attachments';

/** How near to the window's edge a drag scrolls the page, in pixels. */
const edge = 64;

/** What happens as something is dragged by its handle. */
export interface Dragging {
  begin: () => void;
  move: (at: { x: number; y: number }) => void;
  /** `drop` is false when the drag was given up: Escape, or the pointer was taken away. */
  end: (drop: boolean) => void;
}

/**
 * Makes an element a handle to drag by: mouse, pen and finger alike. Near the window's edge the page scrolls along.
 * Keyboards need buttons beside it.
 */
export function pointerDrag({ begin, move, end }: Dragging): Attachment<HTMLElement> {
  return (element) => {
    let holds = false;
    const moved = (event: PointerEvent) => {
      move({ x: event.clientX, y: event.clientY });
      if (event.clientY < edge) window.scrollBy(0, -12);
      else if (event.clientY > window.innerHeight - edge) window.scrollBy(0, 12);
    };
    const finish = (drop: boolean) => {
      if (!holds) return;
      holds = false;
      element.removeEventListener('pointermove', moved);
      window.removeEventListener('keydown', escape);
      end(drop);
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') finish(false);
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
      holds = true;
      begin();
      element.addEventListener('pointermove', moved);
      window.addEventListener('keydown', escape);
    };
    const up = () => finish(true);
    const cancel = () => finish(false);
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', escape);
    };
  };
}
