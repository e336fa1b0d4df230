/** A page nobody wonders about: the weather, on a site almost everybody has open now and then. */
export const NEUTRAL_ADDRESS = 'https://www.bbc.co.uk/weather';

/** What leaving needs of a window. */
export interface LeavingPage {
  document: { title: string; body: { style: { display: string } } };
  location: { replace(address: string): void; reload(): void };
  addEventListener(name: 'pageshow', listener: (event: { persisted: boolean }) => void): void;
}

let left = false;

/**
 * From leaving on, no form is heard that would ask whether what was typed may be lost: a question with our name on it would stand where nothing of us may be.
 * Has to listen before every form does: browsers call the listeners of this event in the order they came.
 */
export function unheardOnceLeft(page: Pick<Window, 'addEventListener'>): void {
  page.addEventListener('beforeunload', (event) => {
    if (left) event.stopImmediatePropagation();
  });
}
if (typeof window !== 'undefined') unheardOnceLeft(window);

/**
 * Blanks the page before anything is loaded, empties its title and puts a neutral site in its place in the history.
 * Earlier pages stay in the history of the browser: no page can erase that, and the words beside the button say so.
 */
export function leaveQuickly(page: LeavingPage, address: string = NEUTRAL_ADDRESS): void {
  // display:none also takes away open dialogs and menus, which would lie above any cover laid over the page.
  page.document.body.style.display = 'none';
  page.document.title = '';
  // Someone comes back on purpose: the browser may show the blanked page from its memory. Load it anew.
  page.addEventListener('pageshow', (event) => {
    if (event.persisted) page.location.reload();
  });
  left = true;
  page.location.replace(address);
}
