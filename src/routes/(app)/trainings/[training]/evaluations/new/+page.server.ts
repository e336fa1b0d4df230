import { fail, redirect } from '@sveltejs/kit';
import { wallClock } from '$lib/agenda/clock';
import * as m from '$lib/paraglide/messages';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { trainingFrame } from '$lib/training/delivery/server/store';
import { nearInWords, overlapInWords } from '$lib/training/evaluation/nearInWords';
import { newEvaluationSchema, ownFormSchema } from '$lib/training/evaluation/schema';
import { chosenForm, deleteForm, keepForm } from '$lib/training/evaluation/server/formStore';
import { beforePlanning, planEvaluation } from '$lib/training/evaluation/server/planning';
import { preset, timesFault } from '$lib/training/evaluation/times';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { training } = await parent();
  const before = await orErrorPage(beforePlanning(locals.supabase, training, Date.now()));
  return {
    ...before,
    near: before.near.map((one) => nearInWords(one, training.timeZone)),
    told: url.searchParams.get('told'),
    defaults: {
      key: crypto.randomUUID(),
      form: url.searchParams.get('form') ?? 'builtIn',
      ...preset(wallClock(Date.now(), training.timeZone))
    }
  };
};

export const actions: Actions = {
  make: async ({ request, locals, params }) => {
    const training = await found(trainingFrame(locals.supabase, params.training));
    const data = await request.formData();
    const values = { which: 'make', ...typedValues(data) };
    const refuse = (errors: Record<string, string>) => fail(400, { values, errors, message: undefined });
    const parsed = newEvaluationSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return refuse(fieldErrors(parsed.error));
    const { way, opens, closes, form: choice, ...given } = parsed.data;
    const times = way === 'paper' ? null : { opens, closes };
    const fault = times && timesFault(times, training.timeZone, Date.now());
    if (fault) return refuse({ [fault.field]: fault.message });
    return orFormMessage(values, async () => {
      const form = await chosenForm(locals.supabase, training.organisationId, choice);
      if (!form) return refuse({ form: m.training_evaluation_error_form() });
      const made = await planEvaluation(locals.supabase, training, { ...given, form, times }, Date.now());
      if ('near' in made) return refuse({ opens: overlapInWords(made.near, training.timeZone) });
      redirect(303, `/trainings/${params.training}/evaluations/${made.id}`);
    });
  },
  keepForm: async ({ request, locals, params }) => {
    const training = await found(trainingFrame(locals.supabase, params.training));
    const data = await request.formData();
    const values = { which: 'keepForm', ...typedValues(data) };
    const parsed = ownFormSchema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { values, errors: fieldErrors(parsed.error), message: undefined });
    return orFormMessage(values, async () => {
      const id = await keepForm(locals.supabase, training.organisationId, parsed.data);
      redirect(303, `/trainings/${params.training}/evaluations/new?told=kept&form=${id}`);
    });
  },
  deleteForm: async ({ request, locals, params }) => {
    const values = { which: 'deleteForm', ...typedValues(await request.formData()) };
    return orFormMessage(values, async () => {
      await deleteForm(locals.supabase, String((values as Record<string, string>).id ?? ''));
      redirect(303, `/trainings/${params.training}/evaluations/new?told=deleted`);
    });
  }
};
