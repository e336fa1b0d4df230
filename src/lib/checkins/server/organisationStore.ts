import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { organisationView, type OrganisationView } from '../publication/organisation.ts';
import type { Publication } from '../publication/publish.ts';

/** What the newest publications of the teams say together. For admins; the database refuses everybody else. */
export async function organisationCheckIns(supabase: Supabase, organisationId: string): Promise<OrganisationView> {
  const rows = mustWork(await supabase.rpc('organisation_levels', { p_organisation: organisationId }));
  return organisationView(
    rows.map(({ definition, enough, levels, help }) => ({
      definition,
      publication: (enough ? { enough, scales: levels, help } : { enough: false }) as Publication
    }))
  );
}
