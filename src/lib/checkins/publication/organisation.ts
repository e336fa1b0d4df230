import { helpKeys, type HelpKey } from '../help.ts';
import { stageOf, type Stage } from './level.ts';
import type { Publication } from './publish.ts';

/**
 * A team's publication with the scale definition it used: scales of the same id in other definitions are something
 * else.
 */
export type TeamPublication = { definition: string; publication: Publication };

/** Numbers of teams, never of people. */
export type OrganisationView = {
  published: number;
  notEnough: number;
  scales: ({ definition: string; scale: string } & Record<Stage, number>)[];
  help: { option: HelpKey; teams: number }[];
};

/**
 * What an organisation sees: made from what the teams have published and nothing else, so that it can say nothing that
 * their levels don't say. Rows come in the order of their names, not of the teams.
 */
export function organisationView(teams: readonly TeamPublication[]): OrganisationView {
  const rows = new Map<string, OrganisationView['scales'][number]>();
  const help = new Map<HelpKey, number>();
  let published = 0;
  for (const { definition, publication } of teams) {
    if (!publication.enough) continue;
    published++;
    for (const { scale, level } of publication.scales) {
      const key = JSON.stringify([definition, scale]);
      const row = rows.get(key) ?? { definition, scale, keep: 0, tend: 0, act: 0 };
      row[stageOf(level)]++;
      rows.set(key, row);
    }
    for (const { option } of publication.help) help.set(option, (help.get(option) ?? 0) + 1);
  }
  return {
    published,
    notEnough: teams.length - published,
    scales: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
    help: helpKeys.flatMap((option) => (help.has(option) ? { option, teams: help.get(option)! } : []))
  };
}
