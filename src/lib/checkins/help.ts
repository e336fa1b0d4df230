import * as m from '../paraglide/messages.js';

/**
 * What a person can ask for, at most six: the place in this list is the bit in the answer, so it may grow no further
 * and never be reordered.
 */
export const helpKeys = [
  'time_with_lead',
  'debrief',
  'lighter_load',
  'real_breaks',
  'work_in_pairs',
  'circle_time'
] as const;
export type HelpKey = (typeof helpKeys)[number];

const words: Record<HelpKey, () => string> = {
  time_with_lead: m.checkins_help_time_with_lead,
  debrief: m.checkins_help_debrief,
  lighter_load: m.checkins_help_lighter_load,
  real_breaks: m.checkins_help_real_breaks,
  work_in_pairs: m.checkins_help_work_in_pairs,
  circle_time: m.checkins_help_circle_time
};

/** A help option as people tick it and as the lead reads it. */
export const helpWord = (key: HelpKey): string => words[key]();
