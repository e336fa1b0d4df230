import * as m from '../../paraglide/messages.js';
import type { Certificate } from './certificate.ts';

/** What had to be done for it: "Was there on all 5 days of the training. Half days that were missed could be made up for." */
export function criteriaInWords({
  daysNeeded,
  days,
  makeUpsCount
}: Pick<Certificate, 'daysNeeded' | 'days' | 'makeUpsCount'>): string {
  const needed =
    daysNeeded >= days
      ? m.training_certificates_rule_all({ days })
      : m.training_certificates_rule_some({ needed: daysNeeded, days });
  return makeUpsCount ? `${needed} ${m.training_certificates_rule_make_ups()}` : needed;
}

/** What of the training its holder came to, where the rule asks for fewer days than there are; null where they came to all. */
export const countedInWords = ({ daysCounted, days }: Pick<Certificate, 'daysCounted' | 'days'>): string | null =>
  daysCounted < days ? m.training_certificates_counted({ counted: daysCounted, days }) : null;

/** Hours as they are said: "30", "27½". */
export const hoursInWords = (hours: number): string => {
  const whole = Math.floor(hours);
  if (hours === whole) return `${whole}`;
  return whole === 0 ? '½' : `${whole}½`;
};
