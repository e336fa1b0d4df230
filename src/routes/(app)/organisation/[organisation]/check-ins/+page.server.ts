import { organisationCheckIns } from '$lib/checkins/server/organisationStore';
import { scalesOf } from '$lib/checkins/server/scaleStore';
import { ownScale } from '$lib/checkins/scales/ownScale';
import { orErrorPage } from '$lib/server/errors';
import { adminOnly } from '$lib/teams/server/adminOnly';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  adminOnly((await parent()).organisation);
  const [view, loaded] = await orErrorPage(
    Promise.all([
      organisationCheckIns(locals.supabase, params.organisation),
      scalesOf(locals.supabase, params.organisation)
    ])
  );
  const titles = [ownScale, ...loaded.map(({ definition }) => definition)].flatMap(({ id, version, scales }) =>
    scales.map((scale) => [`${id}/${version} ${scale.id}`, scale.title] as const)
  );
  return { view, titles: Object.fromEntries(titles) };
};
