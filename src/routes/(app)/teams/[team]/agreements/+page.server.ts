import { fail } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import { kindOfPath } from '$lib/agreements/kind';
import { isSameAgain } from '$lib/agreements/review';
import { acknowledgeSchema, adoptAgreementSchema } from '$lib/agreements/schema';
import { acknowledge, adoptAgreement, agreementsOf } from '$lib/agreements/server/store';
import { startersOf } from '$lib/agreements/startersOf';
import * as m from '$lib/paraglide/messages';
import { orFormMessage, RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { formAction } from '$lib/teams/server/formAction';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const here = ({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) =>
  found(agreementsOf(locals.supabase, params.team, locals.person?.id ?? '', kindOfPath(url.pathname)));

const todayIn = (timeZone: string) => wallClock(Date.now(), timeZone).date;

export const load: PageServerLoad = async (event) => {
  const agreements = await here(event);
  const { searchParams, pathname } = event.url;
  const kind = kindOfPath(pathname);
  const asked = searchParams.get('starter') ?? '';
  return {
    ...agreements,
    kind,
    today: todayIn(agreements.team.timeZone),
    starter: Object.hasOwn(startersOf(kind), asked) ? asked : null,
    /** Just adopted on the page of a proposal. */
    adopted: searchParams.has('adopted') ? agreements.versions[0]?.version : undefined
  };
};

export const actions = {
  adopt: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const parsed = adoptAgreementSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    const next = parsed.data;
    return orFormMessage(values, async () => {
      const kind = kindOfPath(url.pathname);
      const { team, versions } = await here({ locals, params, url });
      // Somebody else's newer version is told as that, by the store.
      const [inForce] = versions;
      if (inForce?.version === next.current && isSameAgain(inForce, next, todayIn(team.timeZone))) {
        throw new RuleBroken(400, 'not_valid', m.agreements_error_same());
      }
      const adopted = await adoptAgreement(locals.supabase, params.team, next, kind).catch((broken: unknown) => {
        if (!(broken instanceof RuleBroken) || broken.hint !== 'already_there') throw broken;
        throw new RuleBroken(409, 'already_there', m.agreements_stale({ version: next.current + 1 }));
      });
      return { adopted };
    });
  },
  acknowledge: formAction('acknowledge', acknowledgeSchema, async (event: RequestEvent, { agreement }) => {
    const { versions } = await here(event);
    if (versions[0]?.id !== agreement) throw new RuleBroken(409, 'newer_version', m.agreements_ack_newer());
    await acknowledge(event.locals.supabase, event.params.team, agreement);
  })
} satisfies Actions;
