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

/** As many teams more in the organisation, each of which has published in a round of its own what this round did, or `not enough`. */
export async function publishedElsewhere(
  stage: Stage,
  round: string,
  teams: number,
  { enough = true, version = 1 } = {}
): Promise<void> {
  const said = enough ? 'p.enough, p.key_lost, p.levels, p.help' : "false, false, '[]', '[]'";
  await stage.run(`with made as (
      insert into public.teams (organisation_id, name)
        select '${stage.organisation}', 'Team ' || gen_random_uuid() from generate_series(1, ${teams}) returning id
    ), rounds as (
      insert into public.check_in_rounds select gen_random_uuid(), made.id, built_in, scale_key, ${version}, definition, opens_at, closes_at,
        opened_at, sign_key, sign_fingerprint, seal_key, seal_fingerprint, roster_changed, gen_random_uuid()
        from public.check_in_rounds r, made where r.id = '${round}' returning id, team_id
    )
    insert into public.check_in_publications (round_id, team_id, enough, key_lost, levels, help, receipts, closed_on)
      select rounds.id, rounds.team_id, ${said}, p.receipts, p.closed_on
      from public.check_in_publications p, rounds where p.round_id = '${round}'`);
}
