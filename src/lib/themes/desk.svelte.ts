import { tick } from 'svelte';
import { goto } from '$app/navigation';
import * as m from '$lib/paraglide/messages';
import { commandOf, goOn, goTo, type KeyCommand } from './codingKeys.ts';
import { newId, readDeed, type Deed } from './deed.ts';
import type { Coder } from './coder.svelte.ts';

/** Where the coder is on the board: the chosen comment, what keys and forms do to it, and where the focus goes next. */
export class Desk {
  #coder: Coder;
  /** The comments that are shown, in their order. */
  #ids!: () => string[];
  #chosen = $state<string | null>(null);
  keysOpen = $state(false);
  /** The comment a new theme is made for, and the words it is named by at first. */
  naming = $state.raw<{ comment: string; phrase: string } | null>(null);
  /** The comment that keys act on; always one that is shown. */
  readonly active: string | null = $derived(
    this.#chosen !== null && this.#ids().includes(this.#chosen) ? this.#chosen : (this.#ids()[0] ?? null)
  );

  constructor(coder: Coder, ids: () => string[]) {
    this.#coder = coder;
    this.#ids = ids;
  }

  choose = (comment: string): void => {
    this.#chosen = comment;
  };

  async focusOn(comment: string | null): Promise<void> {
    this.#chosen = comment;
    await tick();
    document.getElementById(comment ? `comment-${comment}` : 'comments')?.focus();
  }

  /** Puts a comment in a theme, in a new one of that name, or in none; then goes on to the next comment. */
  place(comment: string, theme: string, name = ''): void {
    this.#decide({ does: 'place', comment, theme, name, id: newId() });
  }

  #decide(deed: Extract<Deed, { comment: string }>): void {
    const before = this.#ids();
    if (this.#coder.run(deed)) void this.focusOn(goOn(before, this.#ids(), deed.comment));
  }

  /** The name given to the theme of the waiting comment; null when it was given up. */
  named = (name: string | null): void => {
    const comment = this.naming?.comment;
    this.naming = null;
    if (comment && name !== null) this.place(comment, '', name);
    else void this.focusOn(comment ?? this.active);
  };

  /** Every form of the board: done here at once; without scripts the browser sends it. True when a theme was changed. */
  submit = (event: SubmitEvent): boolean => {
    event.preventDefault();
    const read = readDeed(new FormData(event.currentTarget as HTMLFormElement, event.submitter));
    if (!read.success) this.#coder.trouble = read.error.issues[0]?.message ?? '';
    else if ('comment' in read.data) this.#decide(read.data);
    else if (this.#coder.run(read.data)) {
      if (read.data.does === 'split')
        void this.#coder.settled().then(() => goto('?', { noScroll: true, keepFocus: true }));
      return true;
    }
    return false;
  };

  /** Keys count only on a comment itself, not in the controls inside it. */
  onkeydown = (event: KeyboardEvent): void => {
    const comment = (event.target as HTMLElement).dataset.comment;
    const command = comment ? commandOf(event) : null;
    if (!comment || !command) return;
    event.preventDefault();
    this.#obey(command, comment);
  };

  #obey(command: KeyCommand, comment: string): void {
    if (command.does === 'go') return void this.focusOn(goTo(this.#ids(), comment, command.to));
    if (!this.#coder.mayCode) return;
    const { themes } = this.#coder.view.coding;
    switch (command.does) {
      case 'help':
        this.keysOpen = true;
        return;
      case 'code': {
        const theme = themes[command.theme];
        if (theme) this.place(comment, theme.id);
        else this.#coder.said = m.themes_code_no_such_key({ number: command.theme + 1 });
        return;
      }
      case 'uncode':
        return this.place(comment, '');
      case 'fits':
        if (this.#coder.view.changed.includes(comment)) this.#decide({ does: 'fits', comment });
        return;
      case 'new':
        this.naming = { comment, phrase: selectedIn(`comment-${comment}`).slice(0, 200) };
        return;
      case 'choose':
        return document.getElementById(`theme-of-${comment}`)?.focus();
      default:
        void this.#coder.undo(command.does === 'redo');
    }
  }
}

/** The words selected inside an element; empty when the selection is elsewhere. */
function selectedIn(element: string): string {
  const selection = document.getSelection();
  const isInside = selection?.anchorNode && document.getElementById(element)?.contains(selection.anchorNode);
  return isInside ? selection.toString().trim() : '';
}
