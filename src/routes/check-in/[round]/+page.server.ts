import { redirect } from '@sveltejs/kit';
import type { DeviceTask } from '$lib/checkins/roundPage';
import { shortestOfEach } from '$lib/checkins/practiceSteps';
import { roundPage, tokenToHold } from '$lib/checkins/server/memberStore';
import { builtInOf } from '$lib/library/server/builtIn';
import { found } from '$lib/server/found';
import { running } from '$lib/server/theBackend';
import type { PageServerLoad } from './$types';

/** No client of the framework: a light page for slow phones, with one small script of its own. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!locals.person) redirect(303, `/sign-in?next=${encodeURIComponent(`/check-in/${params.round}`)}`);
  const person = locals.person.id;
  const page = await found(roundPage(locals.supabase, params.round, person, Date.now()));
  const { phase, closesAt, asked, definition, receipts } = page;
  const { env } = await running();
  const task: DeviceTask = { ...tokenToHold(page, person, env), phase, closesAt, asked, definition, receipts };
  return { page, task, practices: shortestOfEach(builtInOf('practice')) };
};
