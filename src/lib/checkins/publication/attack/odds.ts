import { levelCount, levelOf } from '../level.ts';

/** The chance of noise of this many people. */
export type Mass = (noise: number) => number;

// Beyond ±80 people noise is rarer than 10⁻⁶⁹.
const FAR = 80;

/**
 * The chance of each published level when `count` of `n` are in the strain band: the noise added, clamped to 0..n, and
 * cut into levels.
 */
export function levelOdds(mass: Mass, count: number, n: number): number[] {
  const odds = Array<number>(levelCount(n)).fill(0);
  for (let noise = -FAR; noise <= FAR; noise++) {
    const { step } = levelOf(Math.min(n, Math.max(0, count + noise)), n);
    odds[step]! += mass(noise);
  }
  return odds;
}

/** Every pair of neighbours: teams of these sizes in which one person's answer differs. */
export function* neighbours(mass: Mass, least: number, most: number) {
  for (let n = least; n <= most; n++)
    for (let count = 0; count < n; count++)
      yield { n, count, odds: levelOdds(mass, count, n), other: levelOdds(mass, count + 1, n) };
}

/** The largest |log ratio| of any level's chance between neighbours: what must not exceed ε. */
export function largestRatio(mass: Mass, least: number, most: number): number {
  let largest = 0;
  for (const { odds, other } of neighbours(mass, least, most))
    odds.forEach((chance, step) => {
      if (chance !== other[step]) largest = Math.max(largest, Math.abs(Math.log(chance / other[step]!)));
    });
  return largest;
}

/**
 * How often the level is not that of the true count, for `n` people: the count spread evenly over 0..n, a coin for each
 * person, and at worst.
 */
export function wrongLevels(mass: Mass, n: number) {
  const wrong = Array.from({ length: n + 1 }, (_, count) => 1 - levelOdds(mass, count, n)[levelOf(count, n).step]!);
  let ways = 1;
  const coin = wrong.reduce((sum, chance, count) => {
    const weighted = sum + chance * ways * 0.5 ** n;
    ways = (ways * (n - count)) / (count + 1);
    return weighted;
  }, 0);
  return { even: wrong.reduce((sum, chance) => sum + chance, 0) / (n + 1), coin, worst: Math.max(...wrong) };
}
