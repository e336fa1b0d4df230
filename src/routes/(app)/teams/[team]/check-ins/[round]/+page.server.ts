import { error, fail } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { answerLevel, takeBackAnswer } from '$lib/checkins/server/answerStore';
import { teamCheckIns } from '$lib/checkins/server/teamStore';
import { roundShown } from '$lib/checkins/team/roundsShown';
import { levelAnswerSchema } from '$lib/checkins/team/schema';
import { standingOf } from '$lib/checkins/team/teamRound';
import * as m from '$lib/paraglide/messages';
import { actionWithKey, addActions } from '$lib/records/server/actionWrites';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function roundFor({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const whole = await found(teamCheckIns(locals.supabase, params.team, locals.person?.id ?? ''));
  const round = whole.rounds.find(({ id }) => id === params.round);
  if (!round) error(404, { message: m.server_not_found(), id: '' });
  return { ...whole, round };
}

export const load: PageServerLoad = async (event) => {
  const { team, isLead, rounds, round } = await roundFor(event);
  const standing = standingOf(round, Date.now());
  const personId = event.locals.person?.id ?? '';
  return { team, isLead, round, standing, personId, shown: roundShown(rounds, round), requestKey: randomUUID() };
};

export const actions: Actions = {
  answer: async (event) => {
    const { team, isLead, round } = await roundFor(event);
    if (!isLead) error(403, { message: m.server_not_allowed(), id: '' });
    const form = await event.request.formData();
    const values = typedValues(form);
    const about = values.about ?? '';
    const parsed = levelAnswerSchema.safeParse(Object.fromEntries(form));
    if (!parsed.success) return fail(400, { about, values, errors: fieldErrors(parsed.error) });
    const said = [...(round.published?.levels ?? []).map(({ scale }) => scale)];
    const wished = (round.published?.help ?? []).map(({ option }): string => option);
    if (![...said, ...wished].includes(about))
      return fail(400, { about, values, errors: {}, message: m.checkins_team_error_not_published() });
    const { text, action, key } = parsed.data;
    const answer = await orFormMessage(values, async () => {
      const { supabase } = event.locals;
      if (action) {
        const at = { teamId: team.id, circleId: null, members: [] };
        await addActions(supabase, at, [{ text, owner: '', dueOn: null, key }]);
      }
      const noted = action ? await actionWithKey(supabase, team.id, key) : undefined;
      await answerLevel(supabase, { id: round.id, teamId: team.id }, { about, text }, noted);
      return { told: 'answered' as const };
    });
    return 'told' in answer ? answer : fail(answer.status, { about, ...answer.data });
  },
  takeBackAnswer: async ({ request, locals, params }) => {
    const about = String((await request.formData()).get('about') ?? '');
    const answer = await orFormMessage({}, async () => {
      await takeBackAnswer(locals.supabase, params.round, about);
      return { told: 'gone' as const };
    });
    return 'told' in answer ? answer : fail(answer.status, { about, ...answer.data });
  }
};
