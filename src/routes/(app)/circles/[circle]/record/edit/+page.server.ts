import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import * as m from '$lib/paraglide/messages';
import { newActionRows, readRecordForm } from '$lib/records/recordForm';
import { addActions } from '$lib/records/server/actionWrites';
import { recordOf, saveRecord } from '$lib/records/server/recordStore';
import { RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const recordFor = ({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) =>
  found(recordOf(locals.supabase, params.circle, locals.person?.id ?? ''));

export const load: PageServerLoad = async ({ locals, params }) => {
  const { circle, record, figures, actions } = await recordFor({ locals, params });
  if (!circle.changes) redirect(303, `/circles/${circle.id}/record`);
  const keys = Array.from({ length: newActionRows }, () => randomUUID());
  return { circle, record, figures, actions: actions.length, keys };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = await request.formData();
    const refused = { values: typedValues(form), errors: {}, now: null };
    const { sent, errors } = readRecordForm(form);
    if (errors) return fail(400, { ...refused, errors, message: m.records_error_not_saved() });
    const { circle } = await recordFor({ locals, params });
    try {
      await saveRecord(locals.supabase, circle.id, sent.record, sent.unnamedWas);
      const of = { teamId: circle.team.id, circleId: circle.id, members: circle.members };
      await addActions(locals.supabase, of, sent.actions);
    } catch (broken) {
      if (!(broken instanceof RuleBroken)) throw broken;
      if (broken.status !== 409) return fail(broken.status, { ...refused, message: broken.message });
      const { record, figures } = await recordFor({ locals, params });
      return fail(409, { ...refused, message: m.records_stale(), now: { record, figures } });
    }
    redirect(303, `/circles/${circle.id}/record?saved`);
  }
};
