import { error } from '@sveltejs/kit';
import { toHtml } from '$lib/library/markdown';
import * as m from '$lib/paraglide/messages';
import { dayOf } from '$lib/training/days/server/dayOf';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { training, day } = await dayOf(locals.supabase, params);
  const handout = training.curriculum?.handouts.find(({ slug }) => slug === params.slug);
  if (!handout) error(404, { message: m.server_not_found(), id: '' });
  return { day: day.day, handout: { title: handout.title, html: toHtml(handout.text) } };
};
