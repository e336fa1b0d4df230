import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { AgendaItem } from '../../agenda/item.ts';
import { agendaRows } from '../../agenda/rows.ts';
import { templates } from '../../circles/template.ts';
import type { StartedSeries } from '../schema.ts';

/**
 * Starts a series with all its circles in one transaction; gives its id. Sent twice, it is one series.
 * @param items the agenda every circle of it begins with
 */
export async function startSeries(
  supabase: Supabase,
  teamId: string,
  series: StartedSeries,
  items: readonly AgendaItem[]
): Promise<string> {
  const template = templates[series.template];
  return mustWork(
    await supabase.rpc('start_series', {
      p_team: teamId,
      p_key: series.key,
      p_series: {
        title: series.title,
        kind: template.kind,
        every_weeks: series.everyWeeks,
        first_on: series.firstOn,
        starts_at: series.startsAt,
        time_zone: series.timeZone,
        minutes: series.minutes,
        length: series.length,
        places: series.places,
        intake_weeks: series.intakeWeeks,
        gate: series.gate
      },
      p_starts: series.meetings.map(({ startsAt }) => startsAt),
      p_items: agendaRows(items),
      p_questions: template.questions.map(({ prompt, tableTitle }) => ({ prompt, table_title: tableTitle })),
      p_groups: template.groups.map((name) => ({ name }))
    })
  );
}
