import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { logFault } from './log.ts';

export type Letter = { to: string; subject: string; text: string };

/** Sends one letter: true when it is handed over; false when it could not be, which is in the log without the address. */
export type Post = (letter: Letter) => Promise<boolean>;

/** Milliseconds. A mail server that hangs keeps nobody waiting for the minutes it would get otherwise. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Letters go through the mail server; without one they lie in the folder. */
export function postThrough(smtpUrl: string | undefined, from: string, folder: string): Post {
  const transport = smtpUrl ? createTransport({ url: smtpUrl, ...patience }) : null;
  return async (letter) => {
    try {
      if (transport) await transport.sendMail({ from, ...letter });
      else putInFolder(folder, letter);
      return true;
    } catch {
      logFault('mail');
      return false;
    }
  };
}

let written = 0;

/** Without a mail server, letters lie in the data folder: a pilot can read the codes there, and no log holds an address. */
function putInFolder(folder: string, letter: Letter): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // In order, and never two under one name.
  const turn = String(written++ % 10_000).padStart(4, '0');
  const name = `${Date.now()}-${turn}-${letter.to.replace(/[^a-z0-9@.-]/gi, '_')}.txt`;
  writeFileSync(join(folder, name), `To: ${letter.to}\nSubject: ${letter.subject}\n\n${letter.text}\n`, {
    mode: 0o600
  });
}
