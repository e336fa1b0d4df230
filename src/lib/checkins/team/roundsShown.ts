import { standingOf, trendOf, type Published, type Standing, type TeamRound, type Trend } from './teamRound.ts';

/** A round with its levels, and how each went since the round before. */
export type RoundShown = {
  round: TeamRound;
  published: Published;
  /** By the ids of the scales; null where nothing may be said. */
  trends: Record<string, Trend | null>;
  /** There is a published round before it, and the two are not to be compared. */
  changed: boolean;
};

/** A published round as it is shown, or null. `rounds`: all of the team, newest first. */
export function roundShown(rounds: readonly TeamRound[], round: TeamRound): RoundShown | null {
  const { published } = round;
  if (!published) return null;
  const opened = rounds.filter((one) => one.opened);
  const trends = Object.fromEntries(published.levels.map(({ scale }) => [scale, trendOf(opened, round, scale)]));
  const before = opened[opened.findIndex(({ id }) => id === round.id) + 1];
  const changed = Boolean(before?.published?.enough) && Object.values(trends).some((trend) => trend === null);
  return { round, published, trends, changed };
}

/** The rounds of a page: what is planned, open or being counted, then the newest that published, then those before it. */
export function roundsShown(
  rounds: readonly TeamRound[],
  now: number
): { current: { round: TeamRound; standing: Standing }[]; latest: RoundShown | null; before: TeamRound[] } {
  const [latest, ...before] = rounds.filter(({ published }) => published);
  return {
    current: rounds.filter(({ published }) => !published).map((round) => ({ round, standing: standingOf(round, now) })),
    latest: latest ? roundShown(rounds, latest) : null,
    before
  };
}
