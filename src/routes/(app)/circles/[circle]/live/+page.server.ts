import { fail, redirect } from '@sveltejs/kit';
import { plannedForOtherDay } from '$lib/circles/circle';
import { moveCircle } from '$lib/circles/server/store';
import { wholeCircle } from '$lib/circles/server/whole';
import { mayBecome, type CircleState } from '$lib/circles/state';
import { seatsOf } from '$lib/live/round/seat';
import { liveFacts } from '$lib/live/server/store';
import * as m from '$lib/paraglide/messages';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('circlewell:live');
  const personId = locals.person?.id ?? '';
  const whole = await found(wholeCircle(locals.supabase, params.circle, personId));
  const facts = await liveFacts(locals.supabase, whole.id);
  const leading = whole.roles.filter(({ role }) => role !== 'observer').map((role) => role.personId);
  return {
    circle: {
      id: whole.id,
      title: whole.title,
      state: whole.state,
      startsAt: whole.startsAt,
      timeZone: whole.timeZone
    },
    agreement: whole.agreement,
    keeps: whole.keeps,
    otherDay: plannedForOtherDay(whole, Date.now()),
    // While it runs there is the circle, and nearly nothing around it.
    calm: whole.state === 'open' ? { href: `/circles/${whole.id}`, label: m.live_back_to_circle() } : undefined,
    personId,
    now: Date.now(),
    run: facts.run,
    // Members see the plan before the circle; what the lead says, and who was there, is for who runs it.
    agenda: whole.keeps || whole.state === 'planned' ? facts.agenda : [],
    people: whole.keeps ? seatsOf({ members: whole.members, attendance: facts.attendance, roles: whole.roles }) : [],
    leading: whole.members.filter(({ id }) => leading.includes(id) || id === personId).map(({ name }) => name)
  };
};

async function move({ locals, params }: RequestEvent, to: CircleState) {
  const circle = await found(wholeCircle(locals.supabase, params.circle, locals.person?.id ?? ''));
  const trouble = (status: number, message: string) => fail(status, { values: {}, errors: {}, message });
  if (!circle.keeps) return trouble(403, m.live_not_yours());
  // Sent twice, or done by the other facilitator in the meantime: the wish is fulfilled.
  if (circle.state !== to) {
    if (!mayBecome(circle.state, to)) return trouble(409, m.live_moved_on());
    const refused = await orFormMessage({}, async () => {
      await moveCircle(locals.supabase, circle, to, Date.now());
      return null;
    });
    if (refused) return refused;
  }
  redirect(303, `/circles/${circle.id}/live`);
}

export const actions: Actions = {
  open: (event) => move(event, 'open'),
  close: (event) => move(event, 'closed')
};
