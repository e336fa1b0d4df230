import * as m from '../../paraglide/messages.js';
import type { Backend } from '../../server/backend.ts';
import type { Letter } from '../../server/post.ts';
import { instantInWords } from '../../ui/time/instant.ts';
import { BallotBoxFault, boxClient } from './ballotBox.ts';

/**
 * The letters that are due, noted as sent. Everybody on the roster gets the same words; subject and address say nothing
 * of a check-in, and the address is the same for all.
 * @param origin where people reach the server, without a slash at its end
 */
export async function dueLetters(backend: Backend, origin: string): Promise<Letter[]> {
  const { data, error } = await boxClient(backend).rpc('take_letters');
  if (error) throw new BallotBoxFault(`the ballot box refused (${error.code})`);
  return data.map(({ kind, email, closes_at, time_zone }) => {
    const until = instantInWords(closes_at, time_zone);
    const first =
      kind === 'opening' ? m.checkins_team_letter_opening({ until }) : m.checkins_team_letter_closing({ until });
    return {
      to: email,
      subject: m.checkins_team_letter_subject(),
      text: [first, m.checkins_team_letter_text(), `${origin}/home`, m.checkins_team_letter_all()].join('\n\n')
    };
  });
}
