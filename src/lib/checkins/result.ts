import * as m from '../paraglide/messages.js';
import type { PracticeSort } from '../library/schema.ts';
import type { Scale } from './scales/schema.ts';

/** How near a band is to the strain band: in it, between, or at the far end. */
export type Tone = 'steady' | 'middle' | 'strain';

type Fit = { words: () => string; practices: readonly [PracticeSort, PracticeSort, PracticeSort] };

const own: Record<string, Record<Tone, Fit>> = {
  sustains: {
    steady: { words: m.checkins_result_sustains_steady, practices: ['gratitude', 'together', 'attention'] },
    middle: { words: m.checkins_result_sustains_middle, practices: ['gratitude', 'attention', 'end_of_shift'] },
    strain: { words: m.checkins_result_sustains_strain, practices: ['together', 'gratitude', 'body'] }
  },
  wears: {
    steady: { words: m.checkins_result_wears_steady, practices: ['end_of_shift', 'breath', 'boundary'] },
    middle: { words: m.checkins_result_wears_middle, practices: ['between_clients', 'boundary', 'body'] },
    strain: { words: m.checkins_result_wears_strain, practices: ['boundary', 'body', 'together'] }
  },
  stays: {
    steady: { words: m.checkins_result_stays_steady, practices: ['after_hard_call', 'attention', 'breath'] },
    middle: { words: m.checkins_result_stays_middle, practices: ['letting_go', 'after_hard_call', 'end_of_shift'] },
    strain: { words: m.checkins_result_stays_strain, practices: ['together', 'letting_go', 'after_hard_call'] }
  }
};
/** For the scales of an organisation, whose subject we don't know. */
const any: Record<Tone, Fit> = {
  steady: { words: m.checkins_result_any_steady, practices: ['gratitude', 'breath', 'attention'] },
  middle: { words: m.checkins_result_any_middle, practices: ['breath', 'end_of_shift', 'attention'] },
  strain: { words: m.checkins_result_any_strain, practices: ['together', 'body', 'letting_go'] }
};

/**
 * One scale's result: its name and band as the definition words them, a kind sentence or two, and three practices. No
 * number, no diagnosis, no alarm.
 */
export type Result = { title: string; band: string; tone: Tone; words: string; practices: Fit['practices'] };

/** How near a band (its place from 0) is to the strain band of its scale, which is the first or the last. */
export function toneOf({ bands, strain }: Pick<Scale, 'bands' | 'strain'>, band: number): Tone {
  if (bands[band]?.id === strain) return 'strain';
  const far = bands[0]!.id === strain ? bands.length - 1 : 0;
  return band === far ? 'steady' : 'middle';
}

/**
 * The result of one scale, for the device. `isOwn`: the scale is of our own check-in; other definitions get words that
 * fit any.
 */
export function resultOf(scale: Scale, band: number, isOwn: boolean): Result {
  const tone = toneOf(scale, band);
  const fit = ((isOwn && own[scale.id]) || any)[tone];
  return { title: scale.title, band: scale.bands[band]!.title, tone, words: fit.words(), practices: fit.practices };
}

const order: readonly Tone[] = ['strain', 'middle', 'steady'];

/**
 * Three practices for the whole check-in: the first of each result in turn, beginning where the strain is. Always
 * three, all different.
 */
export function fittingPractices(results: readonly Pick<Result, 'tone' | 'practices'>[]): PracticeSort[] {
  const sorted = results.toSorted((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone));
  const inTurn = [0, 1, 2].flatMap((turn) => sorted.map(({ practices }) => practices[turn]!));
  return [...new Set(inTurn)].slice(0, 3);
}
