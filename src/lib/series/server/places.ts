import { setTimeout } from 'node:timers/promises';
import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken, type DatabaseFault } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';

/** Somebody else was quicker: the row is not as the page showed it. */
const changed = () => new RuleBroken(409, 'changed_meanwhile', m.series_error_changed());

function mustTouch(rows: { id: string }[]): void {
  if (rows.length === 0) throw changed();
}

/** Who asks earlier stands before; clocks of databases may count whole milliseconds only, so two askings are this far apart. */
const apart = 2;

/**
 * Puts people at the end of the waiting list, in this order: oneself, or as a lead a member and those known by name only.
 * One after the other, the member first: what can be refused is refused before anything is written.
 * @throws RuleBroken 409 when that person has a place, waits, or had a place before
 */
export async function askForPlaces(
  supabase: Supabase,
  { series, team, person, names }: { series: string; team: string; person: string | null; names: readonly string[] }
): Promise<void> {
  const rows = [...(person ? [{ person, name: '–' }] : []), ...names.map((name) => ({ person: null, name }))];
  for (const [at, { person: person_id, name }] of rows.entries()) {
    if (at > 0) await setTimeout(apart);
    const { error } = await supabase
      .from('series_places')
      .insert({ series_id: series, team_id: team, person_id, name });
    if (error?.code === '23505') throw new RuleBroken(409, 'already_there', m.series_error_in_line());
    if (error) mustWork({ data: null, error });
  }
}

/** Takes somebody off the waiting list. @throws RuleBroken 409 when they joined or went meanwhile */
export async function stepOut(supabase: Supabase, seriesId: string, placeId: string): Promise<void> {
  mustTouch(
    mustWork(
      await supabase
        .from('series_places')
        .delete()
        .eq('id', placeId)
        .eq('series_id', seriesId)
        .is('joined_on', null)
        .select('id')
    )
  );
}

/** The same for oneself. */
export async function stepOutMyself(supabase: Supabase, seriesId: string, personId: string): Promise<void> {
  mustTouch(
    mustWork(
      await supabase
        .from('series_places')
        .delete()
        .eq('series_id', seriesId)
        .eq('person_id', personId)
        .is('joined_on', null)
        .select('id')
    )
  );
}

/** Lets as many as there are places free join together, who asked first first; gives how many joined. */
export async function admit(supabase: Supabase, seriesId: string, on: string): Promise<number> {
  const { data, error } = await supabase.rpc('admit_to_series', { p_series: seriesId, p_on: on });
  if (error) mustWork({ data: null, error });
  return data ?? 0;
}

/** Notes the day somebody left; null takes that back. @throws RuleBroken 409 when no place is free for coming back */
export async function noteLeaving(
  supabase: Supabase,
  seriesId: string,
  placeId: string,
  leftOn: string | null
): Promise<void> {
  const { data, error } = await supabase
    .from('series_places')
    .update({ left_on: leftOn })
    .eq('id', placeId)
    .eq('series_id', seriesId)
    .select('id');
  if (isFull(error)) throw new RuleBroken(409, 'series_full', m.series_error_full());
  mustTouch(mustWork({ data, error }));
}

const isFull = (fault: DatabaseFault | null) => fault?.hint === 'series_full';

/** Puts somebody let in by mistake back in line. @throws RuleBroken 409 when they attended something already */
export async function backInLine(supabase: Supabase, placeId: string): Promise<void> {
  const { data, error } = await supabase.rpc('back_in_line', { p_place: placeId });
  if (error) mustWork({ data: null, error });
  if (data !== true) throw new RuleBroken(409, 'changed_meanwhile', m.series_error_attended());
}

export interface MyLine {
  /** How many wait before me; everybody who waits, when I do not. */
  before: number;
  free: number;
}

export async function myLine(supabase: Supabase, seriesId: string): Promise<MyLine> {
  const [row] = mustWork(await supabase.rpc('my_place_in_line', { p_series: seriesId }));
  return { before: row?.before_me ?? 0, free: row?.free_places ?? 0 };
}
