import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { changesBetween } from '$lib/training/timetable/difference';
import { allStand, halvesOf } from '$lib/training/timetable/edits';
import { afterPress, readTimetableForm } from '$lib/training/timetable/form';
import { offerOf } from '$lib/training/timetable/offer';
import { timetableProblems, timetableSchema } from '$lib/training/timetable/schema';
import { saveTimetable, timetableOf } from '$lib/training/timetable/server/store';
import * as m from '$lib/paraglide/messages';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const timetable = await found(timetableOf(locals.supabase, params.training));
  const { days, version, slots } = timetable;
  return {
    wide: true,
    version,
    slots,
    offer: offerOf(timetable.curriculum, days),
    saved: url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const form = readTimetableForm(await request.formData());
    const stored = await found(timetableOf(locals.supabase, params.training));
    const slots = afterPress(form, offerOf(stored.curriculum, stored.days));
    const refused = { slots, version: form.version, base: form.base ?? stored.slots };
    const parsed = timetableSchema.safeParse(slots);
    if (!parsed.success) {
      const problems = timetableProblems(
        parsed.error,
        slots.map(({ id }) => id)
      );
      return fail(400, { ...refused, problems });
    }
    if (!allStand(parsed.data, halvesOf(stored.days)))
      return fail(400, { ...refused, problems: { rows: {}, whole: m.training_timetable_error_day() } });
    try {
      await saveTimetable(locals.supabase, params.training, form.version, parsed.data);
    } catch (broken) {
      if (!(broken instanceof RuleBroken)) throw broken;
      if (broken.hint !== 'stale_timetable')
        return fail(broken.status, { ...refused, problems: { rows: {}, whole: broken.message } });
      const changes = changesBetween(form.base ?? parsed.data, stored.slots);
      return fail(409, { ...refused, stale: stored.version, changes });
    }
    // Without scripts the answer is a page of its own, so that reloading it does not send the form again.
    if (!request.headers.has('x-sveltekit-action')) redirect(303, `/trainings/${params.training}/timetable?saved`);
    return { saved: true };
  }
};
