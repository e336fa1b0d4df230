import * as m from '../../paraglide/messages.js';

/** When a training counts as completed. */
export interface CompletionRule {
  daysNeeded: number;
  makeUpsCount: boolean;
  /** Minutes of a half day one may miss by coming late or leaving early and still have it counted. */
  mostMissed: number;
}

export const presetMostMissed = 30;

/** The rule in one sentence: "All 5 days; a made-up half day counts; up to 30 minutes of a half day may be missed." */
export function ruleSentence({ daysNeeded, makeUpsCount, mostMissed }: CompletionRule, days: number): string {
  const needed =
    daysNeeded >= days
      ? m.training_delivery_rule_all({ count: days })
      : m.training_delivery_rule_some({ needed: daysNeeded, days });
  const madeUp = makeUpsCount ? m.training_delivery_rule_make_ups() : m.training_delivery_rule_no_make_ups();
  const missed =
    mostMissed === 0 ? m.training_delivery_rule_whole() : m.training_delivery_rule_missed({ count: mostMissed });
  return m.training_delivery_rule({ needed, madeUp, missed });
}
