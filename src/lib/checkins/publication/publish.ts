import { helpKeys, type HelpKey } from '../help.ts';
import type { CheckinAnswer } from '../answer.ts';
import type { ScaleDefinition } from '../scales/schema.ts';
import { LEAST_ANSWERS } from '../../ballots/leastAnswers.ts';
import type { RandomBytes } from '../../ballots/randomBytes.ts';
import { levelOf, type Level } from './level.ts';
import { drawLots, noised } from './noise.ts';

/** All that a round ever says. There is no number of answers in it and there never will be. */
export type Publication =
  | { enough: false }
  | { enough: true; scales: { scale: string; level: Level }[]; help: { option: HelpKey; level: Level }[] };

const MOST_HELP = 3;

/**
 * The publication of one round from its decrypted answers, drawn once. Per scale, those in the strain band are counted,
 * noised and turned into a level; each help option likewise. The answers themselves are not kept, changed or ordered by
 * anything here.
 */
export function publish(
  answers: readonly CheckinAnswer[],
  { scales }: Pick<ScaleDefinition, 'scales'>,
  random: RandomBytes
): Publication {
  const n = answers.length;
  if (n < LEAST_ANSWERS) return { enough: false };
  const level = (strained: (answer: CheckinAnswer) => boolean) =>
    levelOf(noised(answers.filter(strained).length, n, random), n);
  const ofScales = scales.map(({ id, bands, strain }, index) => {
    const band = bands.findIndex((one) => one.id === strain);
    return { scale: id, level: level((answer) => answer.bands[index] === band) };
  });
  const ofHelp = helpKeys.map((option) => ({ option, level: level(({ help }) => help.includes(option)) }));
  return { enough: true, scales: ofScales, help: mostAsked(ofHelp, random) };
}

/**
 * At most three options above the lowest level, in their fixed order. Which of equal ones are shown is drawn by lot:
 * the noised numbers would say more than the levels do, and a fixed order would always favour the same ones.
 */
function mostAsked(options: { option: HelpKey; level: Level }[], random: RandomBytes) {
  const lots = drawLots(options.length, random);
  const asked = options.map((one, index) => ({ one, lot: lots[index]! })).filter(({ one }) => one.level.step > 0);
  asked.sort((a, b) => b.one.level.step - a.one.level.step || (a.lot < b.lot ? -1 : 1));
  const shown = asked.slice(0, MOST_HELP).map(({ one }) => one);
  return options.filter((one) => shown.includes(one));
}
