import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { isLeavingKind, withPeriod, yearsAfter, type Leaving } from '../retention.ts';

/** The period of an organisation, and what leaves within a year. For its admins. */
export async function retentionOf(
  supabase: Supabase,
  organisationId: string,
  today: string
): Promise<{ years: number; leaving: Leaving[] }> {
  const [organisation, preview] = await Promise.all([
    supabase.from('organisations').select('retention_years').eq('id', organisationId).single(),
    supabase.rpc('retention_preview', { p_organisation: organisationId, p_until: yearsAfter(today, 1) })
  ]);
  return { years: mustWork(organisation).retention_years, leaving: mustWork(preview).flatMap(leavingFrom) };
}

/** What leaves within a year of today if the period were another. One read. */
export async function retentionWith(
  supabase: Supabase,
  organisationId: string,
  years: { now: number; wanted: number },
  today: string
): Promise<Leaving[]> {
  // What a shorter period brings forward stands further ahead under the period of now.
  const p_until = yearsAfter(today, 1 + Math.max(0, years.now - years.wanted));
  const preview = mustWork(await supabase.rpc('retention_preview', { p_organisation: organisationId, p_until }));
  const until = yearsAfter(today, 1);
  const leaving = preview.flatMap((row) => leavingFrom(row).map((each) => ({ ...each, notBefore: row.not_before })));
  return withPeriod(leaving, years.wanted).filter(({ leavesOn }) => leavesOn <= until);
}

/** Sets the period. @throws RuleBroken when nobody may change it */
export async function changePeriod(supabase: Supabase, organisationId: string, years: number): Promise<void> {
  mustWork(
    await supabase
      .from('organisations')
      .update({ retention_years: years })
      .eq('id', organisationId)
      .select('id')
      .single()
  );
}

const leavingFrom = (row: { what: string; team: string; last_day: string; leaves_on: string }): Leaving[] =>
  isLeavingKind(row.what) ? [{ what: row.what, team: row.team, lastDay: row.last_day, leavesOn: row.leaves_on }] : [];
