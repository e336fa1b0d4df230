import { fail, redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { saveTook, timetableOf } from '$lib/training/timetable/server/store';
import { readTook } from '$lib/training/timetable/tookForm';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { slots, curriculum } = await found(timetableOf(locals.supabase, params.training));
  return {
    slots,
    subjects: curriculum?.subjects ?? [],
    saved: url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  took: async ({ request, locals, params }) => {
    const form = await request.formData();
    const { slots } = await found(timetableOf(locals.supabase, params.training));
    const { changed, errors } = readTook(form, slots);
    if (Object.keys(errors).length > 0) return fail(400, { values: typedValues(form), errors });
    const refused = await orFormMessage(typedValues(form), () => saveTook(locals.supabase, params.training, changed));
    if (refused) return refused;
    redirect(303, `/trainings/${params.training}/timetable/actual?saved`);
  }
};
