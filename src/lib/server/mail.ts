import type { EmailDriver } from '@supabase/lite';
import * as m from '$lib/paraglide/messages';
import { postThrough } from './post.ts';

type Letter = { to: string; subject: string; text?: string; html?: string };

/**
 * Sends the sign-in and reset codes. Our own words with the code only: a link in a letter is opened by mail scanners and
 * would be used up before the person sees it.
 */
export function mailThrough(smtpUrl: string | undefined, from: string, folder: string): EmailDriver {
  const post = postThrough(smtpUrl, from, folder);
  return {
    send: async (letter: Letter) => {
      const code = /\b\d{6}\b/.exec(letter.text ?? letter.html ?? '')?.[0];
      // Not waited for: how long a mail server takes, or that it fails, would tell whether there is an account.
      void post({
        to: letter.to,
        subject: m.server_code_subject(),
        text: code ? m.server_code_letter({ code }) : (letter.text ?? '')
      });
    }
  } as EmailDriver;
}
