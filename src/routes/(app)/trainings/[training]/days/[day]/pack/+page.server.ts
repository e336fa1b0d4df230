import { packSheets } from '$lib/training/days/packSheets';
import { dayOf } from '$lib/training/days/server/dayOf';
import { expectedOn } from '$lib/training/days/server/store';
import { builtInForm } from '$lib/training/evaluation/form';
import { evaluationsOf } from '$lib/training/evaluation/server/store';
import { paperFrom } from '$lib/ui/paper/paper';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { training, day } = await dayOf(locals.supabase, params);
  const { title, venue, trainers, curriculum, notes } = training;
  const slots = training.slots.filter((slot) => slot.day === day.day);
  const isOpen = day.audience === 'open';
  const { names, openTaken } = await expectedOn(locals.supabase, training.id, isOpen);
  const unannounced = isOpen ? Math.max(0, training.openPlaces - openTaken) : 0;
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
    pack: packSheets({ day, slots, timetable: training.slots, curriculum, notes, names, unannounced, isLast }, paper)
  };
};
