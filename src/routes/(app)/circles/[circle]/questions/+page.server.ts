import { fail } from '@sveltejs/kit';
import { sentGroups, sentQuestions } from '$lib/circles/rowForms';
import { groupsSchema, questionsSchema } from '$lib/circles/schema';
import { saveGroups, saveQuestions } from '$lib/circles/server/rows';
import { wholeCircle } from '$lib/circles/server/whole';
import { takesPlans } from '$lib/circles/state';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
  return { circle, changes: circle.isLead && takesPlans(circle.state) };
};

type Event = Parameters<Actions[string]>[0];

/** The circle whose rows are to be saved, or the sentence that says why not. */
async function changeable({ locals, params }: Event) {
  const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
  if (!circle.isLead) return { refused: m.circles_lead_only() };
  return takesPlans(circle.state) ? { circle } : { refused: m.circles_closed_for_change() };
}

export const actions: Actions = {
  questions: async (event) => {
    const form = await event.request.formData();
    const { rows, wanted, known, errorsOf } = sentQuestions(form);
    const kept = { which: 'questions' as const, rows, known: known.join(' '), values: typedValues(form) };
    const { circle, refused } = await changeable(event);
    if (!circle) return fail(403, { ...kept, errors: {}, message: refused });
    const parsed = questionsSchema.safeParse(wanted);
    if (!parsed.success) return fail(400, { ...kept, ...errorsOf(parsed.error) });
    const outcome = await orFormMessage(kept.values, () =>
      saveQuestions(event.locals.supabase, circle, parsed.data, known)
    );
    return outcome ? fail(outcome.status, { ...kept, ...outcome.data }) : { saved: 'questions' as const };
  },
  groups: async (event) => {
    const form = await event.request.formData();
    const { rows, wanted, known, errorsOf } = sentGroups(form);
    const kept = { which: 'groups' as const, rows, known: known.join(' '), values: typedValues(form) };
    const { circle, refused } = await changeable(event);
    if (!circle) return fail(403, { ...kept, errors: {}, message: refused });
    const parsed = groupsSchema.safeParse(wanted);
    if (!parsed.success) return fail(400, { ...kept, ...errorsOf(parsed.error) });
    const outcome = await orFormMessage(kept.values, () =>
      saveGroups(event.locals.supabase, circle, parsed.data, known)
    );
    return outcome ? fail(outcome.status, { ...kept, ...outcome.data }) : { saved: 'groups' as const };
  }
};
