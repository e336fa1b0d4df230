import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { changesBetween, countChanges } from '$lib/agreements/changes';
import { kindOfPath, pathOf } from '$lib/agreements/kind';
import { linesIn, type AgreementLine } from '$lib/agreements/line';
import { proposeSchema } from '$lib/agreements/schema';
import { propose, proposalOf, withdrawReplaced } from '$lib/agreements/server/proposals';
import { agreementsOf } from '$lib/agreements/server/store';
import { startersOf } from '$lib/agreements/startersOf';
import * as m from '$lib/paraglide/messages';
import { orFormMessage, RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const here = ({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) =>
  found(agreementsOf(locals.supabase, params.team, locals.person?.id ?? '', kindOfPath(url.pathname)));

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const kind = kindOfPath(url.pathname);
  const { team, versions } = await here(event);
  const from = url.searchParams.get('from');
  const older = from ? await found(proposalOf(locals.supabase, params.team, kind, from)) : null;
  const asked = url.searchParams.get('starter') ?? '';
  const starter = Object.hasOwn(startersOf(kind), asked) ? asked : null;
  const lines: AgreementLine[] = older?.lines ?? versions[0]?.lines ?? [];
  return {
    team,
    kind,
    starter,
    inForce: versions[0] ?? null,
    older,
    how: (startersOf(kind)[starter ?? '']?.how ?? linesIn(lines, 'how')).join('\n'),
    limits: (startersOf(kind)[starter ?? '']?.limits ?? linesIn(lines, 'limits')).join('\n'),
    key: randomUUID()
  };
};

export const actions = {
  default: async (event) => {
    const { request, locals, params, url } = event;
    const form = await request.formData();
    const values = typedValues(form);
    const parsed = proposeSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error) });
    const proposal = parsed.data;
    const kind = kindOfPath(url.pathname);
    return orFormMessage(values, async () => {
      const inForce = (await here(event)).versions[0];
      const now = inForce?.version ?? 0;
      if (now !== proposal.current)
        throw new RuleBroken(409, 'stale_proposal', m.agreements_propose_stale({ version: now }));
      const { added, removed, moved } = countChanges(changesBetween(inForce?.lines ?? [], proposal.lines));
      if (added + removed + moved === 0) throw new RuleBroken(400, 'not_valid', m.agreements_error_same());
      const id = await propose(locals.supabase, params.team, kind, proposal);
      if (proposal.replaces) await withdrawReplaced(locals.supabase, proposal.replaces);
      redirect(303, `${pathOf(params.team, kind)}/proposals/${id}?new`);
    });
  }
} satisfies Actions;
