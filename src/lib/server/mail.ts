import type { EmailDriver } from '@supabase/lite';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import * as m from '$lib/paraglide/messages';
import { logFault } from './log.ts';

type Letter = { to: string; subject: string; text?: string; html?: string };

/**
 * Sends the sign-in and reset codes. Our own words with the code only: a link in a letter is opened by mail scanners and
 * would be used up before the person sees it.
 */
export function mailThrough(smtpUrl: string | undefined, from: string, folder: string): EmailDriver {
  const transport = smtpUrl ? createTransport(smtpUrl) : null;
  return {
    send: async (letter: Letter) => {
      const code = /\b\d{6}\b/.exec(letter.text ?? letter.html ?? '')?.[0];
      const words = {
        to: letter.to,
        subject: m.server_code_subject(),
        text: code ? m.server_code_letter({ code }) : (letter.text ?? '')
      };
      if (!transport) return putInFolder(folder, words);
      // Not waited for: how long a mail server takes, or that it fails, would tell whether there is an account.
      transport.sendMail({ from, ...words }).catch(() => logFault('mail'));
    }
  } as EmailDriver;
}

/** Without a mail server, letters lie in the data folder: a pilot can read the codes there, and no log holds an address. */
function putInFolder(folder: string, letter: { to: string; subject: string; text: string }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `${Date.now()}-${letter.to.replace(/[^a-z0-9@.-]/gi, '_')}.txt`;
  writeFileSync(join(folder, name), `To: ${letter.to}\nSubject: ${letter.subject}\n\n${letter.text}\n`, {
    mode: 0o600
  });
}
