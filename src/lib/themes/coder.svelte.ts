import { deserialize } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import * as m from '$lib/paraglide/messages';
import { CodingError } from './codingChange.ts';
import { afterDeed, type CodingPage, type CodingView } from './codingPage.ts';
import { codingSentence } from './codingSentence.ts';
import { changeFor, type Deed } from './deed.ts';
import { deedSentence } from './deedSentence.ts';

type Stored = CodingView & { version: number };
type Answer = { kind: 'done'; version: number | null } | { kind: 'stale' | 'refused' | 'away'; message: string };

/**
 * Coding in the browser: what a coder does is seen at once and sent after it, one step at a time, each with the version it was made
 * from. What could not be saved is kept in `unsent`, to be done again.
 */
export class Coder {
  #page!: () => CodingPage;
  /** What the server answered to the last step. */
  #own: Stored | null = null;
  /** What the server has: as the page was loaded, unless that was before the last step. */
  #base: Stored = $derived(this.#newer(this.#page()));
  #waiting = $state.raw<Deed[]>([]);
  /** Everything that is sent stands in line, so that each step is made from the version before it. */
  #line: Promise<void> = Promise.resolve();
  unsent = $state.raw<Deed[]>([]);
  /** Told to screen readers, and shown. */
  said = $state('');
  trouble = $state('');

  readonly view: CodingView = $derived(this.#waiting.reduce(afterDeedIfPossible, this.#base));

  constructor(page: () => CodingPage) {
    this.#page = page;
  }

  get version() {
    return this.#base.version;
  }
  get mayCode() {
    return this.#page().mayCode;
  }
  get saving() {
    return this.#waiting.length > 0;
  }

  /** Does a deed; false when it can't be done, and then `trouble` says why. */
  run(deed: Deed): boolean {
    try {
      if (changeFor(this.view.coding, deed).length === 0) return true;
    } catch (fault) {
      if (!(fault instanceof CodingError)) throw fault;
      this.trouble = codingSentence(fault);
      return false;
    }
    this.trouble = '';
    this.said = deedSentence(this.view.coding, deed);
    this.#waiting = [...this.#waiting, deed];
    this.#line = this.#line.then(() => this.#sendNext());
    return true;
  }

  /** When everything that was done has been sent. */
  settled(): Promise<void> {
    return this.#line;
  }

  /** Does again, on the newest state, what could not be saved. */
  runUnsent(): void {
    const deeds = this.unsent;
    this.unsent = [];
    for (const deed of deeds) this.run(deed);
  }

  /** Takes the last step back, or does the last undone one again, after everything that is still being saved. */
  undo(redo = false): Promise<void> {
    this.#line = this.#line.then(() => this.#undoNow(redo));
    return this.#line;
  }

  async #undoNow(redo: boolean): Promise<void> {
    const steps = this.#page().history;
    const step = (redo ? steps.findLast(({ undone }) => undone) : steps.find(({ undone }) => !undone))?.label ?? '';
    const form = new FormData();
    form.set('does', redo ? 'redo' : 'undo');
    const answer = await this.#send('?/undo', form);
    this.trouble = answer.kind === 'done' ? '' : answer.message;
    if (answer.kind !== 'done') this.said = '';
    else if (answer.version === null)
      this.said = redo ? m.themes_code_nothing_to_redo() : m.themes_code_nothing_to_undo();
    else this.said = (redo ? m.themes_code_redone : m.themes_code_undone)({ step });
    if (answer.kind !== 'away') await this.#look();
  }

  async #sendNext(): Promise<void> {
    const deed = this.#waiting[0];
    // Nothing waits when a step before this one could not be saved.
    if (!deed) return;
    const answer = await this.#send('?/change', formOf(deed));
    if (answer.kind === 'done') {
      this.#own = { ...afterDeedIfPossible(this.#base, deed), version: answer.version ?? this.version };
      this.#base = this.#own;
      this.#waiting = this.#waiting.slice(1);
      if (this.#waiting.length > 0) return;
    } else {
      this.unsent = this.#waiting;
      this.#waiting = [];
      this.said = '';
      this.trouble = answer.message;
    }
    if (answer.kind !== 'away') await this.#look();
  }

  /** The history of steps, and what others did, are the server's to tell. On the way to another page that would stop the way. */
  async #look(): Promise<void> {
    if (!navigating.to) await invalidateAll();
  }

  #newer(page: Stored): Stored {
    return this.#own && this.#own.version > page.version ? this.#own : page;
  }

  async #send(action: string, form: FormData): Promise<Answer> {
    form.set('version', String(this.version));
    try {
      const response = await fetch(action, {
        method: 'POST',
        body: form,
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
      });
      const result = deserialize(await response.text());
      if (result.type === 'success') return { kind: 'done', version: (result.data?.version ?? null) as number | null };
      const message = result.type === 'failure' ? String(result.data?.message ?? '') : '';
      if (result.type === 'failure' && message) return { kind: result.status === 409 ? 'stale' : 'refused', message };
      return { kind: 'refused', message: m.themes_code_not_saved() };
    } catch {
      return { kind: 'away', message: m.themes_code_away() };
    }
  }
}

/** The state after a deed; unchanged where the deed has become impossible. */
function afterDeedIfPossible<View extends CodingView>(view: View, deed: Deed): View {
  try {
    return { ...view, ...afterDeed(view, deed) };
  } catch (fault) {
    if (fault instanceof CodingError) return view;
    throw fault;
  }
}

function formOf(deed: Deed): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(deed)) {
    if (Array.isArray(value)) for (const one of value) form.append(name, one);
    else form.set(name, value);
  }
  return form;
}
