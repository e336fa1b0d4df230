import { error, fail, redirect } from '@sveltejs/kit';
import { afterPress, placeAfter, readAgendaForm } from '$lib/agenda/form';
import { newId } from '$lib/agenda/item';
import { kindName } from '$lib/agenda/kindName';
import { agendaProblems, agendaSchema } from '$lib/agenda/schema';
import { withAgenda } from '$lib/library/sectionTemplate';
import { saveCopy, teamCopy } from '$lib/library/server/copyStore';
import * as m from '$lib/paraglide/messages';
import { RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Actions, PageServerLoad } from './$types';

/** A team's copy of a section and the agenda of it that the address names. Only a lead changes it. */
async function agendaToEdit(locals: App.Locals, params: { team: string; copy: string; agenda: string }) {
  const { team, isLead, copy } = await found(
    teamCopy(locals.supabase, params.team, params.copy, locals.person?.id ?? '')
  );
  const { document } = copy;
  const agenda = document.kind === 'section' ? document.agendas[Number(params.agenda)] : undefined;
  if (document.kind !== 'section' || !agenda) error(404, { message: m.server_not_found(), id: '' });
  if (!isLead) error(403, { message: m.library_copy_leads(), id: '' });
  return { team, copy, document, agenda };
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { team, copy, agenda } = await agendaToEdit(locals, params);
  return {
    team,
    copy: { id: copy.id, version: copy.version },
    agenda: { ...agenda, items: agenda.items.map((item) => ({ ...item, id: newId() })) },
    saved: url.searchParams.has('saved')
  };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const sent = readAgendaForm(await request.formData(), kindName);
    const { copy, document, agenda } = await agendaToEdit(locals, params);
    const items = [...afterPress(sent.items, sent.press, agenda.minutes)];
    const refused = { items, version: sent.version };
    const parsed = agendaSchema.safeParse(items);
    if (!parsed.success) return fail(400, { ...refused, problems: agendaProblems(parsed.error) });
    try {
      const changed = withAgenda(document, Number(params.agenda), parsed.data);
      await saveCopy(locals.supabase, { id: copy.id, version: sent.version }, changed);
    } catch (broken) {
      if (!(broken instanceof RuleBroken)) throw broken;
      if (broken.hint === 'stale_copy') return fail(409, { ...refused, stale: copy.version });
      return fail(broken.status, { ...refused, problems: { rows: {}, whole: broken.message } });
    }
    if (!request.headers.has('x-sveltekit-action')) redirect(303, `?saved${placeAfter(sent.press)}`);
    return { saved: true };
  }
};
