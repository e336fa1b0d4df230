import { fail, redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { trainingFrame } from '$lib/training/delivery/server/store';
import { readPaper } from '$lib/training/evaluation/schema';
import { evaluationOf, keepPaper } from '$lib/training/evaluation/server/store';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { id, title, form, paper } = await found(
    evaluationOf(locals.supabase, params.training, params.evaluation, Date.now())
  );
  return { evaluation: { id, title, form, paper } };
};

export const actions: Actions = {
  keep: async ({ request, locals, params }) => {
    const [{ organisationId }, { id, form }] = await Promise.all([
      found(trainingFrame(locals.supabase, params.training)),
      found(evaluationOf(locals.supabase, params.training, params.evaluation, Date.now()))
    ]);
    const values = typedValues(await request.formData());
    const read = readPaper(values, form.statements.length);
    if ('errors' in read) return fail(400, { values, errors: read.errors, message: undefined });
    return orFormMessage(values, async () => {
      await keepPaper(locals.supabase, { id, organisationId }, read);
      redirect(303, `/trainings/${params.training}/evaluations/${params.evaluation}?told=saved`);
    });
  }
};
