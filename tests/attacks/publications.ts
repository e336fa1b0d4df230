import { must } from '../policies/furnish.ts';
import type { Row, Stage } from './stage.ts';

/** What a round has published, as it lies in the database. */
export async function publicationOf(stage: Stage, round: string): Promise<(Row & { receipts: string[] }) | undefined> {
  const found = await stage.rows<Row & { receipts: string[] }>(
    `select * from public.check_in_publications where round_id = '${round}'`
  );
  return found[0];
}

/** What an admin is given to make the view of the organisation from. */
export async function organisationCheckInRows(stage: Stage) {
  const admin = await stage.as('admin');
  return must(await admin.rpc('organisation_levels', { p_organisation: stage.organisation }));
}
