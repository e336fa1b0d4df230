import type { HistoryEntry } from './history.ts';

/**
 * One scale over time as it is drawn. The lines go from the lightest band, above, to the strain band, below, so that
 * higher means the same in every picture, whichever end of a scale strains.
 */
export interface HistoryChart {
  title: string;
  /** Names of bands, the uppermost line first. */
  lines: string[];
  /** `on`: YYYY-MM-DD. `line`: place in `lines`. Oldest first. */
  dots: { on: string; line: number }[];
}

/**
 * A picture for each scale whose bands are known from its newest entry. Entries that were kept under other bands (another
 * version of the scale) are left out of it, and those without bands have none: the table holds them all.
 * @param entries oldest first
 */
export function historyCharts(entries: readonly HistoryEntry[]): HistoryChart[] {
  const all = entries.flatMap(({ on, scales }) => scales.map((scale) => ({ on, ...scale })));
  return [...new Set(all.map(({ title }) => title))].flatMap((title) => {
    const own = all.filter((scale) => scale.title === title);
    const { bands, strain } = own.at(-1)!;
    if (!bands || strain === undefined) return [];
    const strainFirst = strain === 0;
    const same = own.filter((scale) => scale.bands?.join('\n') === bands.join('\n') && scale.strain === strain);
    const dots = same.map(({ on, place }) => ({ on, line: strainFirst ? bands.length - 1 - place : place }));
    return [{ title, lines: strainFirst ? bands.toReversed() : bands, dots }];
  });
}
