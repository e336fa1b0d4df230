import type { Json } from '$lib/database.types';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { memberNamed } from '../action.ts';
import type { MeetingRecord } from '../meetingRecord.ts';

/**
 * Makes a closed circle of the record of a meeting, and gives its id. The same key gives the same circle, however often it
 * is sent. Actions whose owner has the whole name of a member become theirs.
 */
export async function importMeeting(
  supabase: Supabase,
  teamId: string,
  key: string,
  record: MeetingRecord
): Promise<string> {
  const circle = mustWork(
    await supabase.rpc('import_meeting_record', { p_team: teamId, p_key: key, p_record: record as unknown as Json })
  );
  const owners = [...new Set(record.actions.map(({ owner }) => owner))].filter((owner) => owner !== '');
  if (owners.length > 0) await giveActions(supabase, teamId, circle, owners);
  return circle;
}

async function giveActions(supabase: Supabase, teamId: string, circle: string, owners: string[]): Promise<void> {
  const rows = mustWork(
    await supabase.from('team_members').select('person_id, people(display_name)').eq('team_id', teamId)
  );
  const members = rows.map(({ person_id, people }) => ({ id: person_id, name: people.display_name }));
  for (const owner of owners) {
    const member = memberNamed(owner, members);
    if (!member) continue;
    // The name stays as it came, so that the record goes out as it came in.
    const { error } = await supabase
      .from('actions')
      .update({ owner_id: member.id })
      .eq('circle_id', circle)
      .eq('owner_name', owner.trim().slice(0, 120))
      .is('owner_id', null)
      .is('closed_at', null);
    mustWork({ data: true, error });
  }
}

/** How many years the team's organisation keeps records. */
export async function yearsKept(supabase: Supabase, teamId: string): Promise<number> {
  const row = mustWork(await supabase.from('teams').select('organisations(retention_years)').eq('id', teamId).single());
  return row.organisations.retention_years;
}
