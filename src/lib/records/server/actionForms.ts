import { fail } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Supabase } from '$lib/server/supabase';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { z } from 'zod';
import type { ActionOutcome } from '../actionOutcome.ts';
import { actionSchema, closingSchema } from '../schema.ts';
import { actionsOfTeam } from './actionStore.ts';
import { addActions, changeAction, closeAction, removeAction, reopenAction } from './actionWrites.ts';
import { recordedCircle } from './recordStore.ts';

/** As much of a request as these forms need. */
interface Event {
  request: Request;
  locals: { supabase: Supabase; person: { id: string } | null };
  params: Partial<Record<string, string>>;
}
interface Place {
  teamId: string;
  circleId: string | null;
  members: { id: string; name: string }[];
}

const anything = { safeParse: () => ({ success: true as const, data: {} }) };

/** One form about an action: reads, checks, works; a broken rule becomes a sentence above the form, with what was typed kept. */
async function about<Given>(
  which: ActionOutcome['which'],
  done: NonNullable<ActionOutcome['done']>,
  { request }: Event,
  schema: { safeParse: (given: unknown) => { success: true; data: Given } | { success: false; error: z.ZodError } },
  work: (id: string, given: Given, key: string) => Promise<void>
) {
  const form = await request.formData();
  const values = typedValues(form);
  const action = values.action ?? 'new';
  const about: ActionOutcome = { action, which, done: null, values, errors: {} };
  const parsed = schema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return fail(400, { ...about, errors: fieldErrors(parsed.error) });
  const answer = await orFormMessage(values, async (): Promise<ActionOutcome> => {
    await work(action, parsed.data, values.key ?? '');
    return { ...about, values: {}, done };
  });
  return 'status' in answer ? fail(answer.status, { ...about, message: answer.data.message }) : answer;
}

/** Closing and opening again: for any page that shows actions, the home page among them. */
export const closingForms = {
  closeAction: (event: Event) =>
    about('close', 'closed', event, closingSchema, (id, { outcome, as }) =>
      closeAction(event.locals.supabase, id, outcome, as === 'let_go')
    ),
  reopenAction: (event: Event) =>
    about('reopen', 'reopened', event, anything, (id) => reopenAction(event.locals.supabase, id))
};

const formsAt = (placeOf: (event: Event) => Promise<Place>) => ({
  ...closingForms,
  addAction: (event: Event) =>
    about('add', 'added', event, actionSchema, async (_, given, key) =>
      addActions(event.locals.supabase, await placeOf(event), [{ ...given, key }])
    ),
  changeAction: (event: Event) =>
    about('change', 'changed', event, actionSchema, async (id, given) =>
      changeAction(event.locals.supabase, id, given, (await placeOf(event)).members)
    ),
  removeAction: (event: Event) =>
    about('remove', 'removed', event, anything, (id) => removeAction(event.locals.supabase, id))
});

/** For pages of a circle: what is added came from it. */
export const circleActionForms = formsAt(async ({ locals, params }) => {
  const circle = await found(recordedCircle(locals.supabase, params.circle ?? '', locals.person?.id ?? ''));
  return { teamId: circle.team.id, circleId: circle.id, members: circle.members };
});

/** For pages of a team: what is added came from no circle. */
export const teamActionForms = formsAt(async ({ locals, params }) => {
  const { team, members } = await found(actionsOfTeam(locals.supabase, params.team ?? '', locals.person?.id ?? ''));
  return { teamId: team.id, circleId: null, members };
});
