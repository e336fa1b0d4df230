import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import * as m from '$lib/paraglide/messages';
import { meetingKept, meetingSent } from '$lib/records/meetingImport';
import { leavesSoon } from '$lib/records/retention';
import { importMeeting, yearsKept } from '$lib/records/server/importStore';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { previewOf, readKept, readSent, tooLarge } from '$lib/themes/bringIn';
import { fileText } from '$lib/themes/fileText';
import { problemSentence, type Problem } from '$lib/themes/problem';
import { importCircle, readTeam } from '$lib/themes/server/importStore';
import { typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';
import { sentForm } from './sentForm';

async function teamFor({ locals }: Pick<RequestEvent, 'locals'>, id: string) {
  const team = await found(readTeam(locals.supabase, locals.person?.id ?? '', id));
  if (!team.isLead) error(403, { message: m.server_not_allowed(), id: '' });
  return team;
}

export const load: PageServerLoad = async ({ locals, params }) => ({ team: await teamFor({ locals }, params.team) });

const none = { values: {}, errors: {}, problems: [], preview: null, meeting: null, leaves: null, key: '' };
const nothing = (status: number, problems: Problem[], values: Record<string, string> = {}) =>
  fail(status, { ...none, values, problems });
const notValid = () => [{ where: m.themes_where_file(), what: m.server_not_valid() }];

export const actions: Actions = {
  read: async ({ request, locals, params }) => {
    await teamFor({ locals }, params.team);
    const form = await sentForm(request);
    if (!form) return nothing(413, [tooLarge()]);
    const leaves = async (heldOn: string[]) =>
      leavesSoon(heldOn, await yearsKept(locals.supabase, params.team), new Date().toISOString().slice(0, 10));
    const key = crypto.randomUUID();
    const meeting = await meetingSent(form, fileText);
    if (meeting?.record)
      return { ...none, meeting: meeting.record, leaves: await leaves(meeting.record.circle.heldOn), key };
    if (meeting) return nothing(400, meeting.problems, typedValues(form));
    const { record, problems } = await readSent(form);
    if (!record) return nothing(400, problems, typedValues(form));
    return { ...none, problems, preview: previewOf(record), leaves: await leaves(record.circle.heldOn), key };
  },
  saveMeeting: async ({ request, locals, params }) => {
    const form = await sentForm(request);
    if (!form) return nothing(413, [tooLarge()]);
    const key = z.uuid().safeParse(form.get('key'));
    const meeting = meetingKept(form);
    if (!meeting?.record || !key.success) return nothing(400, meeting?.problems ?? notValid());
    const outcome = await orFormMessage({}, async () => {
      const circle = await importMeeting(locals.supabase, params.team, key.data, meeting.record);
      redirect(303, `/circles/${circle}/record`);
    });
    return fail(outcome.status, { ...none, ...outcome.data, meeting: meeting.record, key: key.data });
  },
  save: async ({ request, locals, params }) => {
    const form = await sentForm(request);
    if (!form) return nothing(413, [tooLarge()]);
    const key = z.uuid().safeParse(form.get('key'));
    const { record, problems } = readKept(String(form.get('kept') ?? ''), String(form.get('title') ?? ''));
    if (!record || !key.success || problems.length > 0)
      return nothing(400, problems.length > 0 ? problems : notValid());
    const outcome = await orFormMessage({}, async () => {
      const circle = await importCircle(locals.supabase, params.team, key.data, record);
      redirect(303, `/circles/${circle}/report?depth=tables`);
    });
    const about = problems.map(problemSentence).join(' ');
    const message = `${outcome.data.message} ${about}`.trim();
    return fail(outcome.status, { ...none, ...outcome.data, message, preview: previewOf(record), key: key.data });
  }
};
