import type { Json } from '../../database.types.ts';
import { mustWork } from '../../server/errors.ts';
import type { Supabase } from '../../server/supabase.ts';
import type { CircleRecord } from '../schema.ts';

/** The team a record is brought into; null when it is not there or not this person's to see. */
export async function readTeam(
  supabase: Supabase,
  person: string,
  team: string
): Promise<{ id: string; name: string; isLead: boolean } | null> {
  const row = mustWork(
    await supabase
      .from('teams')
      .select('id, name, team_members(role)')
      .eq('id', team)
      .eq('team_members.person_id', person)
      .maybeSingle()
  );
  return row && { id: row.id, name: row.name, isLead: row.team_members[0]?.role === 'lead' };
}

/**
 * Makes a closed circle of a record that is `importable`, and gives its id. The same key gives the same circle, however often it is sent.
 */
export async function importCircle(
  supabase: Supabase,
  team: string,
  key: string,
  record: CircleRecord
): Promise<string> {
  return mustWork(await supabase.rpc('import_circle', { p_team: team, p_key: key, p_record: record as Json }));
}
