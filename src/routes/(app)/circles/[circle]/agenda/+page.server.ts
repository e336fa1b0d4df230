import { error, fail, redirect } from '@sveltejs/kit';
import { startingAgenda } from '$lib/agenda/edits';
import { afterPress, placeAfter, readAgendaForm } from '$lib/agenda/form';
import { kindName } from '$lib/agenda/kindName';
import { agendaProblems, agendaSchema } from '$lib/agenda/schema';
import { agendaOf, saveAgenda } from '$lib/agenda/server/store';
import { wholeCircle } from '$lib/circles/server/whole';
import { takesPlans } from '$lib/circles/state';
import * as m from '$lib/paraglide/messages';
import { RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
  const items = await agendaOf(locals.supabase, circle.id);
  return {
    circle,
    changes: circle.isLead && takesPlans(circle.state),
    items: items.length > 0 ? items : startingAgenda(kindName),
    saved: url.searchParams.has('saved'),
    library: url.searchParams.get('library')
  };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const sent = readAgendaForm(await request.formData(), kindName);
    const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
    if (!circle.isLead) error(403, { message: m.circles_lead_only(), id: '' });
    const items = [...afterPress(sent.items, sent.press, circle.plannedMinutes)];
    const refused = { items, version: sent.version };
    const parsed = agendaSchema.safeParse(items);
    if (!parsed.success) return fail(400, { ...refused, problems: agendaProblems(parsed.error) });
    try {
      await saveAgenda(locals.supabase, circle.id, sent.version, parsed.data);
    } catch (broken) {
      if (!(broken instanceof RuleBroken)) throw broken;
      if (broken.hint === 'stale_agenda') return fail(409, { ...refused, stale: circle.agendaVersion });
      return fail(broken.status, { ...refused, problems: { rows: {}, whole: broken.message } });
    }
    // Without scripts the answer is a page of its own, so that reloading it does not send the form again.
    if (!request.headers.has('x-sveltekit-action')) {
      redirect(303, `/circles/${circle.id}/agenda?saved${placeAfter(sent.press)}`);
    }
    return { saved: true };
  }
};
