import * as m from '../paraglide/messages.js';
import type { Level, Stage } from './publication/level.ts';

const shares: Record<Level['of'], readonly (() => string)[]> = {
  2: [m.checkins_level_2_0, m.checkins_level_2_1],
  3: [m.checkins_level_3_0, m.checkins_level_3_1, m.checkins_level_3_2],
  4: [m.checkins_level_4_0, m.checkins_level_4_1, m.checkins_level_4_2, m.checkins_level_4_3],
  5: [m.checkins_level_5_0, m.checkins_level_5_1, m.checkins_level_5_2, m.checkins_level_5_3, m.checkins_level_5_4]
};
const calls: Record<Stage, () => string> = {
  keep: m.checkins_stage_keep,
  tend: m.checkins_stage_tend,
  act: m.checkins_stage_act
};

/**
 * The share a level stands for, in words: never "all", "none" or a percentage. @throws RangeError for a step that the
 * level doesn't have.
 */
export function levelWord({ step, of }: Level): string {
  const word = shares[of][step];
  if (!word) throw new RangeError('A level has no such step.');
  return word();
}

/** What a lead is asked to do at this stage, in a few words. */
export const stageWord = (stage: Stage): string => calls[stage]();
