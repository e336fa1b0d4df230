import { error, fail, isHttpError, type RequestEvent } from '@sveltejs/kit';
import { loadScale, removeScale, scalesOf } from '$lib/checkins/server/scaleStore';
import { MOST_CHARACTERS, readScale } from '$lib/checkins/scales/readScale';
import { ownScale } from '$lib/checkins/scales/ownScale';
import * as m from '$lib/paraglide/messages';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { adminOnly } from '$lib/teams/server/adminOnly';
import type { Actions, PageServerLoad } from './$types';

const none = { text: '', faults: [], preview: null, told: null };

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  adminOnly((await parent()).organisation);
  return { own: ownScale, scales: await orErrorPage(scalesOf(locals.supabase, params.organisation)) };
};

/** The file, or what was pasted where no file was chosen; null when it is far too large. */
async function sentText(request: Request): Promise<string | null> {
  const form = await request.formData().catch((fault: unknown) => {
    if (isHttpError(fault, 413) || (fault as { status?: number }).status === 413) return null;
    throw fault;
  });
  const file = form?.get('file');
  const sent = file instanceof File && file.size > 0;
  if (!form || (sent && file.size > 4 * MOST_CHARACTERS)) return null;
  return sent ? await file.text() : String(form.get('text') ?? '');
}

async function read({ request }: Pick<RequestEvent, 'request'>) {
  const text = await sentText(request);
  if (text === null) return { broken: fail(413, { ...none, message: m.checkins_org_scale_big() }) };
  const { definition, faults } = readScale(text);
  return definition ? { text, definition } : { broken: fail(400, { ...none, text, faults, message: '' }) };
}

export const actions: Actions = {
  check: async (event) => {
    const { broken, text, definition } = await read(event);
    return broken ?? { ...none, text, preview: definition, message: '' };
  },
  load: async (event) => {
    const { broken, text, definition } = await read(event);
    if (broken) return broken;
    const outcome = await orFormMessage({}, async () => {
      await loadScale(event.locals.supabase, event.params.organisation, definition);
      return { ...none, told: 'loaded' as const, message: '' };
    });
    if (!('status' in outcome)) return outcome;
    return fail(outcome.status, { ...none, text, preview: definition, message: outcome.data.message });
  },
  remove: async ({ request, locals, params }) => {
    const form = await request.formData();
    const version = Number(form.get('version'));
    if (!Number.isInteger(version)) error(400, { message: m.server_not_valid(), id: '' });
    const outcome = await orFormMessage({}, async () => {
      await removeScale(locals.supabase, params.organisation, String(form.get('key') ?? ''), version);
      return { ...none, told: 'removed' as const, message: '' };
    });
    return 'status' in outcome ? fail(outcome.status, { ...none, message: outcome.data.message }) : outcome;
  }
};
