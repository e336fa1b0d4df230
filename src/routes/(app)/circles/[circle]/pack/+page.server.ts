import { wallClock } from '$lib/agenda/clock';
import { agendaOf } from '$lib/agenda/server/store';
import { sheetsFor } from '$lib/circles/pack/sheets';
import { wholeCircle } from '$lib/circles/server/whole';
import { actionsAtCircle, isOpen } from '$lib/records/action';
import { actionsForCircle } from '$lib/records/server/actionStore';
import { found } from '$lib/server/found';
import { paperFrom } from '$lib/ui/paper/paper';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const personId = locals.person?.id ?? '';
  const circle = await found(wholeCircle(locals.supabase, params.circle, personId));
  const [items, actions] = await Promise.all([
    agendaOf(locals.supabase, circle.id),
    actionsForCircle(locals.supabase, circle, { personId, isLead: circle.isLead })
  ]);
  const { questions, groups, keeps, id, title, series } = circle;
  const day = circle.heldOn[0] ?? (circle.startsAt && wallClock(Date.parse(circle.startsAt), circle.timeZone).date);
  const { carried, own } = actionsAtCircle({ id, title, day, seriesId: series?.id ?? null }, actions);
  return {
    circle,
    items,
    actions: [...carried, ...own.filter(isOpen)].map(({ id, text, ownerName, dueOn }) => ({
      id,
      text,
      ownerName,
      dueOn
    })),
    paper: paperFrom(url.searchParams.get('paper')),
    sheets: sheetsFor({ agenda: items, agreed: circle.agreement !== null, questions, groups, keeps })
  };
};
