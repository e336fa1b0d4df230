import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';
import { found } from '$lib/server/found';
import { orErrorPage } from '$lib/server/errors';
import { placesCsv } from '$lib/training/places/placesCsv';
import { peopleOf } from '$lib/training/places/server/people';
import { trainingFrame } from '$lib/training/delivery/server/store';
import type { RequestHandler } from './$types';

/** Everybody of a training as a table for a spreadsheet, for its trainers. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (!locals.person) error(401, { message: m.server_not_allowed(), id: '' });
  await found(trainingFrame(locals.supabase, params.training));
  const people = await orErrorPage(peopleOf(locals.supabase, params.training));
  return new Response(placesCsv(people), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="people.csv"',
      'cache-control': 'private, no-store'
    }
  });
};
