import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { ResourcingSheet } from '../resourcing.ts';
import { sheetSchema } from '../schema.ts';

export interface SeriesSheet {
  series: {
    id: string;
    title: string;
    places: number | null;
    team: string;
    teamId: string;
    organisation: string;
    timeZone: string;
  };
  /** Null: nothing was written down yet. */
  sheet: ResourcingSheet | null;
}

/** The resourcing sheet of a series; null to everybody but the leads of its team. */
export async function resourcingOf(
  supabase: Supabase,
  seriesId: string,
  personId: string
): Promise<SeriesSheet | null> {
  const row = mustWork(
    await supabase
      .from('series')
      .select(
        `id, title, places, time_zone, teams(id, name, organisations(name), team_members(person_id, role)),
         resourcing_sheets(sheet)`
      )
      .eq('id', seriesId)
      .maybeSingle()
  );
  const leads = row?.teams.team_members.some(({ person_id, role }) => person_id === personId && role === 'lead');
  if (!row || !leads) return null;
  // Comes alone or in a list: its key is part of a composite one.
  const [kept] = [row.resourcing_sheets].flat();
  const stored = sheetSchema.safeParse(kept?.sheet);
  return {
    series: {
      id: row.id,
      title: row.title,
      places: row.places,
      team: row.teams.name,
      teamId: row.teams.id,
      organisation: row.teams.organisations.name,
      timeZone: row.time_zone
    },
    sheet: stored.success ? stored.data : null
  };
}

/** Keeps the sheet; the last one saved stays. */
export async function keepResourcing(
  supabase: Supabase,
  seriesId: string,
  teamId: string,
  sheet: ResourcingSheet
): Promise<void> {
  const updated = mustWork(
    await supabase
      .from('resourcing_sheets')
      .update({ sheet: { ...sheet, duties: sheet.duties.map((duty) => ({ ...duty })) } })
      .eq('series_id', seriesId)
      .select('series_id')
  );
  if (updated.length > 0) return;
  const { error } = await supabase.from('resourcing_sheets').insert({
    series_id: seriesId,
    team_id: teamId,
    sheet: { ...sheet, duties: sheet.duties.map((duty) => ({ ...duty })) }
  });
  mustWork({ data: true, error });
}
