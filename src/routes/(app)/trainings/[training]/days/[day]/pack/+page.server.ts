import { packSheets } from '$lib/training/days/packSheets';
import { dayOf } from '$lib/training/days/server/dayOf';
import { expectedNames } from '$lib/training/days/server/store';
import { builtInForm } from '$lib/training/evaluation/form';
import { evaluationsOf } from '$lib/training/evaluation/server/store';
import { paperFrom } from '$lib/ui/paper/paper';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { training, day } = await dayOf(locals.supabase, params);
  const { title, venue, trainers, curriculum, notes } = training;
  const slots = training.slots.filter((slot) => slot.day === day.day);
  const names = await expectedNames(locals.supabase, training.id, day.audience === 'open');
  const paper = paperFrom(url.searchParams.get('paper'));
  const isLast = training.days.at(-1)?.day === day.day;
  // The newest evaluation's form; before one is planned, the one that comes with the software.
  const [evaluation] = isLast ? await evaluationsOf(locals.supabase, training.id, Date.now()) : [];
  return {
    delivered: { title, venue, trainers },
    day,
    slots,
    paper,
    form: evaluation?.form ?? builtInForm,
    pack: packSheets({ day, slots, curriculum, notes, names, isLast }, paper)
  };
};
