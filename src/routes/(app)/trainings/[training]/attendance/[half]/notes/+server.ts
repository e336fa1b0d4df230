import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import * as m from '$lib/paraglide/messages';
import { orErrorPage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { notesSchema } from '$lib/training/attendance/schema';
import { halfSheet } from '$lib/training/attendance/server/half';
import { saveNotes } from '$lib/training/attendance/server/notes';
import type { RequestEvent, RequestHandler } from './$types';

const noStore = { headers: { 'cache-control': 'private, no-store' } };

/** How the half day stands, for tap lists that are open elsewhere. */
async function standingNow({ locals, params }: RequestEvent) {
  const { lines } = await found(halfSheet(locals.supabase, params.training, params.half, Date.now()));
  const notes = lines.map(({ place, came, lateMinutes, leftMinutes }) => ({ place, came, lateMinutes, leftMinutes }));
  return json({ notes }, noStore);
}

function knownPerson({ locals }: RequestEvent) {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
}

export const GET: RequestHandler = async (event) => {
  knownPerson(event);
  return standingNow(event);
};

export const POST: RequestHandler = async (event) => {
  knownPerson(event);
  const { locals, params, request } = event;
  const parsed = z.object({ notes: notesSchema }).safeParse(await request.json().catch(() => null));
  if (!parsed.success) error(400, { message: m.server_not_valid(), id: '' });
  const { day, half } = await found(halfSheet(locals.supabase, params.training, params.half, Date.now()));
  await orErrorPage(saveNotes(locals.supabase, { training: params.training, day, half }, parsed.data.notes));
  return standingNow(event);
};
