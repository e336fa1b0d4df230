import { instantOf } from '../../agenda/clock.ts';
import * as m from '../../paraglide/messages.js';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The instant of `YYYY-MM-DDTHH:MM` on a training's clock, in ms since 1970; null where there is none. */
export const instantAt = (local: string, zone: string): number | null => {
  const [date = '', time = ''] = local.split('T');
  return instantOf({ date, time }, zone);
};

/**
 * What is wrong with the times of an evaluation, typed on the training's clock (`YYYY-MM-DDTHH:MM`); null when nothing is.
 * The database asks the same: ten minutes to 28 days, from now on, within a year. @param now milliseconds since 1970
 */
export function timesFault(
  { opens, closes }: { opens: string; closes: string },
  zone: string,
  now: number
): { field: 'opens' | 'closes'; message: string } | null {
  const [from, until] = [instantAt(opens, zone), instantAt(closes, zone)];
  if (from === null) return { field: 'opens', message: m.training_evaluation_error_time() };
  if (until === null) return { field: 'closes', message: m.training_evaluation_error_time() };
  if (from < now - 10 * minute || from > now + 365 * day)
    return { field: 'opens', message: m.training_evaluation_error_past() };
  const length = until - from;
  if (length < 10 * minute || length > 28 * day)
    return { field: 'closes', message: m.training_evaluation_error_length() };
  return null;
}

/** Times to begin with: from now on, for a week. @param now on the training's clock */
export function preset({ date, time }: { date: string; time: string }): { opens: string; closes: string } {
  const [year = 0, month = 1, dayOf = 1] = date.split('-').map(Number);
  const later = new Date(Date.UTC(year, month - 1, dayOf + 7)).toISOString().slice(0, 10);
  return { opens: `${date}T${time}`, closes: `${later}T20:00` };
}
