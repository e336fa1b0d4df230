import type { SubmitFunction } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';

/** A form on its way to the server: `use:enhance={sending.submit}`. */
export interface Sending {
  /** True from sending until the answer has been shown. */
  readonly busy: boolean;
  /** Why the last sending failed, in words; empty otherwise. What was typed is still in the form then. */
  readonly trouble: string;
  readonly submit: SubmitFunction;
}

interface Options {
  /** Empty the form after success (the default); false for forms that edit something which stays on the page. */
  reset?: boolean;
  /** Called before sending; false stops it. */
  before?: (input: Parameters<SubmitFunction>[0]) => boolean | void;
  /** Called after a success. */
  done?: () => void;
  /** Called when the server took what was sent: after a success, and after a redirect, which may lead to the same page. */
  taken?: () => void;
}

/**
 * Busy state, one sending at a time, and a plain sentence when the network or the server fails: the page stays as it is
 * and nothing typed is lost. Redirects, failures with field errors and successes go SvelteKit's usual way.
 * An answer 401 does too, because signing in again is the only thing that helps.
 */
export function sendForm(options: Options = {}): Sending {
  let busy = $state(false);
  let trouble = $state('');

  const submit: SubmitFunction = (input) => {
    if (busy || options.before?.(input) === false) return input.cancel();
    busy = true;
    trouble = '';
    return async ({ result, update }) => {
      try {
        if (result.type === 'error' && result.status !== 401) trouble = troubleInWords(result.status, result.error);
        else await update({ reset: options.reset ?? true });
        if (result.type === 'success') options.done?.();
        if (result.type === 'success' || result.type === 'redirect') options.taken?.();
      } finally {
        busy = false;
      }
    };
  };

  return {
    get busy() {
      return busy;
    },
    get trouble() {
      return trouble;
    },
    submit
  };
}

/** Without a status nothing answered: the network is away. */
function troubleInWords(status: number | undefined, error: { message?: string; id?: string } | undefined): string {
  if (status === undefined) return m.ui_form_lost_network();
  if (status === 413) return m.ui_form_too_large();
  if (status === 429) return m.ui_form_too_often();
  if (status >= 500) return error?.id ? m.ui_form_server_trouble_id({ id: error.id }) : m.ui_form_server_trouble();
  return error?.message ?? m.ui_form_server_trouble();
}
