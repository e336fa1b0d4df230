import type { Json } from '$lib/database.types';
import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { ScaleDefinition } from '../scales/schema.ts';

/** A scale that was loaded. */
export interface LoadedScale {
  key: string;
  version: number;
  loadedAt: string;
  definition: ScaleDefinition;
}

/** The scales of an organisation, by name, the newest version of each first. */
export async function scalesOf(supabase: Supabase, organisationId: string): Promise<LoadedScale[]> {
  const rows = mustWork(
    await supabase
      .from('check_in_scales')
      .select('key, version, definition, loaded_at')
      .eq('organisation_id', organisationId)
      .order('key')
      .order('version', { ascending: false })
  );
  return rows.map(({ key, version, definition, loaded_at }) => ({
    key,
    version,
    loadedAt: loaded_at,
    definition: definition as unknown as ScaleDefinition
  }));
}

/** Loads a scale that was read without a fault. @throws RuleBroken 409 when this version is there already */
export async function loadScale(
  supabase: Supabase,
  organisationId: string,
  definition: ScaleDefinition
): Promise<void> {
  const { error } = await supabase.from('check_in_scales').insert({
    organisation_id: organisationId,
    key: definition.id,
    version: definition.version,
    definition: definition as unknown as NonNullable<Json>
  });
  if (error?.code === '23505')
    throw new RuleBroken(
      409,
      'scale_there',
      m.checkins_org_scale_there({ id: definition.id, version: definition.version })
    );
  mustWork({ data: true, error });
}

/** Removes a version. Rounds that were planned with it keep their copy. */
export async function removeScale(supabase: Supabase, organisationId: string, key: string, version: number) {
  mustWork(
    await supabase
      .from('check_in_scales')
      .delete()
      .eq('organisation_id', organisationId)
      .eq('key', key)
      .eq('version', version)
      .select('key')
  );
}
