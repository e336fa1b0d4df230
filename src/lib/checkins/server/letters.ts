import * as m from '../../paraglide/messages.js';
import { BallotBoxFault, boxClient } from '../../ballots/server/ballotBox.ts';
import type { RoundLetters } from '../../ballots/server/boxKind.ts';
import type { Backend } from '../../server/backend.ts';
import { instantInWords } from '../../ui/time/instant.ts';

/**
 * The letters that are due, noted as begun; `lettersSent` notes that they are done. Everybody on the roster gets the same
 * words; subject and address say nothing of a check-in, and the address is the same for all.
 * @param origin where people reach the server, without a slash at its end
 * @param restarted also what was begun and never done: it goes to everybody again
 */
export async function dueLetters(backend: Backend, origin: string, restarted: boolean): Promise<RoundLetters[]> {
  const { data, error } = await boxClient(backend).rpc('take_letters', { p_restarted: restarted });
  if (error) throw new BallotBoxFault(`the ballot box refused (${error.code})`);
  const due = new Map<string, RoundLetters>();
  for (const { round_id: round, kind, email, closes_at, time_zone } of data) {
    const until = instantInWords(closes_at, time_zone);
    const first =
      kind === 'opening' ? m.checkins_team_letter_opening({ until }) : m.checkins_team_letter_closing({ until });
    const of = due.get(round) ?? { round, kind, letters: [] };
    of.letters.push({
      to: email,
      subject: m.checkins_team_letter_subject(),
      text: [first, m.checkins_team_letter_text(), `${origin}/home`, m.checkins_team_letter_all()].join('\n\n')
    });
    due.set(round, of);
  }
  return [...due.values()];
}

/** Notes that a round's letter was handed over for everybody. */
export async function lettersSent(backend: Backend, { round, kind }: RoundLetters): Promise<void> {
  const { error } = await boxClient(backend).rpc('letters_sent', { p_round: round, p_kind: kind });
  if (error) throw new BallotBoxFault(`the ballot box refused (${error.code})`);
}
