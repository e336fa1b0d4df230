/** The figure below which this share of the figures lies (nearest rank); null when there are none. */
export function quantile(figures: readonly number[], share: number): number | null {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}

export const median = (figures: readonly number[]): number | null => quantile(figures, 0.5);

export function rounded(figure: number | null | undefined, digits = 1): number | null {
  return figure === null || figure === undefined || !Number.isFinite(figure) ? null : Number(figure.toFixed(digits));
}

/** How many times as large as its peer a figure is. */
export function ratio(figure: number | null, peer: number | null, digits = 2): number | null {
  return figure === null || !peer ? null : rounded(figure / peer, digits);
}

export type Spread = { samples: number; p50: number | null; p95: number | null };

export function spread(figures: readonly number[], digits = 1): Spread {
  return {
    samples: figures.length,
    p50: rounded(quantile(figures, 0.5), digits),
    p95: rounded(quantile(figures, 0.95), digits)
  };
}

/** The middle of each figure over the rounds. A single round on a shared machine says little. */
export function overRounds(rounds: readonly Spread[], digits = 1): Spread {
  const middle = (key: 'p50' | 'p95') =>
    rounded(median(rounds.map((round) => round[key]).filter((figure) => figure !== null)), digits);
  return { samples: rounds.reduce((sum, { samples }) => sum + samples, 0), p50: middle('p50'), p95: middle('p95') };
}

/**
 * Measures every contender once a round, each round starting with another one, so that what else the machine does falls
 * on all of them alike. Answers with the measurements of each, in the order of the contenders.
 */
export async function interleaved<C, M>(
  contenders: readonly C[],
  rounds: number,
  measure: (contender: C, round: number) => Promise<M>
): Promise<M[][]> {
  const found: M[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < contenders.length; i++) {
      const which = (i + round) % contenders.length;
      found[which]!.push(await measure(contenders[which]!, round));
    }
  }
  return found;
}

export const goalMet = (figure: number | null, most: number): boolean | null =>
  figure === null ? null : figure <= most;
export const goalReached = (figure: number | null, least: number): boolean | null =>
  figure === null ? null : figure >= least;
