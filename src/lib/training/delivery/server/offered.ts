import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { ownTimeZone } from '$lib/teams/timeZone';
import type { Curriculum } from '../../curriculum/schema.ts';
import { builtInCurriculum } from '../../curriculum/server/builtIn.ts';
import { builtInName } from '../../curriculum/versions.ts';
import type { OfferedCurriculum } from '../offered.ts';
import type { KeptTraining } from './store.ts';

// Whole documents are read for the titles of their days; who wants an older version plans from a training that kept it.
const latest = 5;

const daysIn = ({ days }: Pick<OfferedCurriculum, 'days'>) => days.map(({ title, audience }) => ({ title, audience }));

const shipped: OfferedCurriculum = {
  choice: builtInName,
  title: builtInCurriculum.title,
  version: null,
  notes: '',
  days: daysIn(builtInCurriculum)
};

/** Published versions of the organisation's own, above a version, the newest first. */
async function ownVersions(supabase: Supabase, organisation: string, above = 0): Promise<OfferedCurriculum[]> {
  const rows = mustWork(
    await supabase
      .from('curricula')
      .select('id, title, version, notes, document')
      .eq('organisation_id', organisation)
      .is('built_in_version', null)
      .not('published_at', 'is', null)
      .gt('version', above)
      .order('version', { ascending: false })
      .limit(latest)
  );
  return rows.map(({ id, title, version, notes, document }) => ({
    choice: id,
    title,
    version,
    notes,
    days: daysIn(document as unknown as Curriculum)
  }));
}

/** What a training can be planned from: the curriculum that is shipped, then the organisation's own versions. */
export const offeredCurricula = async (supabase: Supabase, organisation: string): Promise<OfferedCurriculum[]> => [
  shipped,
  ...(await ownVersions(supabase, organisation))
];

/** What the next training can be planned from: the version this one keeps, with its days as they became, then newer ones. */
export async function newerCurricula(supabase: Supabase, from: KeptTraining): Promise<OfferedCurriculum[]> {
  const { id, title, version, builtInVersion } = from.curriculum;
  const kept = { choice: id, title, version: builtInVersion === null ? version : null, notes: '', days: daysIn(from) };
  const newer = await ownVersions(supabase, from.organisationId, version);
  return [kept, ...(builtInVersion === builtInCurriculum.version ? [] : [shipped]), ...newer];
}

/** Time zone a training will probably be held in: that of the last one, of a team of the organisation, of this machine. */
export async function likelyZone(supabase: Supabase, organisation: string): Promise<string> {
  const zoneOf = async (table: 'trainings' | 'teams') =>
    mustWork(
      await supabase
        .from(table)
        .select('time_zone')
        .eq('organisation_id', organisation)
        .order('created_at', { ascending: false })
        .limit(1)
    )[0]?.time_zone;
  return (await zoneOf('trainings')) ?? (await zoneOf('teams')) ?? ownTimeZone();
}
