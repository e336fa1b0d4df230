import { error, fail, isHttpError, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { isTooLong, previewOf, readKept, readSent, tooLarge } from '$lib/themes/bringIn';
import { problemSentence, type Problem } from '$lib/themes/problem';
import { importCircle, readTeam } from '$lib/themes/server/importStore';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

async function teamFor({ locals }: Pick<RequestEvent, 'locals'>, id: string) {
  const team = await found(readTeam(locals.supabase, locals.person?.id ?? '', id));
  if (!team.isLead) error(403, { message: m.server_not_allowed(), id: '' });
  return team;
}

export const load: PageServerLoad = async ({ locals, params }) => ({ team: await teamFor({ locals }, params.team) });

/** The form that was sent; null when it is larger than can be taken, which is known before it is read where the browser says so. */
async function sentForm(request: Request): Promise<FormData | null> {
  if (isTooLong(request.headers.get('content-length'))) return null;
  return request.formData().catch((fault: unknown) => {
    // The server stops reading at its own limit.
    if (isHttpError(fault, 413) || (fault as { status?: number }).status === 413) return null;
    throw fault;
  });
}

const nothing = (status: number, problems: Problem[], values: Record<string, string> = {}) =>
  fail(status, { values, errors: {}, problems, preview: null, key: '' });

export const actions: Actions = {
  read: async ({ request, locals, params }) => {
    await teamFor({ locals }, params.team);
    const form = await sentForm(request);
    if (!form) return nothing(413, [tooLarge()]);
    const { record, problems } = await readSent(form);
    if (!record) return nothing(400, problems, typedValues(form));
    return { values: {}, errors: {}, problems, preview: previewOf(record), key: crypto.randomUUID() };
  },
  save: async ({ request, locals, params }) => {
    const form = await sentForm(request);
    if (!form) return nothing(413, [tooLarge()]);
    const key = z.uuid().safeParse(form.get('key'));
    const { record, problems } = readKept(String(form.get('kept') ?? ''), String(form.get('title') ?? ''));
    if (!record || !key.success || problems.length > 0) {
      return nothing(
        400,
        problems.length > 0 ? problems : [{ where: m.themes_where_file(), what: m.server_not_valid() }]
      );
    }
    const outcome = await orFormMessage({}, async () => {
      const circle = await importCircle(locals.supabase, params.team, key.data, record);
      redirect(303, `/circles/${circle}/report?depth=tables`);
    });
    const about = problems.map(problemSentence).join(' ');
    return fail(outcome.status, {
      ...outcome.data,
      message: `${outcome.data.message} ${about}`.trim(),
      problems: [],
      preview: previewOf(record),
      key: key.data
    });
  }
};
