import { wallClock } from '$lib/agenda/clock';
import { waitingProposals } from '$lib/agreements/server/proposals';
import { unreadAgreements } from '$lib/agreements/server/store';
import { myRounds, tokensToHold } from '$lib/checkins/server/memberStore';
import { packsOf } from '$lib/offline/packs';
import { closingForms } from '$lib/records/server/actionForms';
import { myOpenActions } from '$lib/records/server/actionStore';
import { circlesToFinish } from '$lib/records/server/finishStore';
import { orErrorPage } from '$lib/server/errors';
import { running } from '$lib/server/theBackend';
import { loadHomeTeams } from '$lib/teams/server/home';
import { myTrainingPlaces, trainingDaysToday } from '$lib/training/delivery/server/home';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const personId = locals.person?.id ?? '';
  const now = Date.now();
  const [homeTeams, mine, unread, waiting, unfinished, rounds, trainings, today] = await orErrorPage(
    Promise.all([
      loadHomeTeams(locals.supabase, personId, now),
      myOpenActions(locals.supabase, personId),
      unreadAgreements(locals.supabase, personId),
      waitingProposals(locals.supabase, personId),
      circlesToFinish(locals.supabase, personId, now),
      myRounds(locals.supabase, personId, now),
      myTrainingPlaces(locals.supabase),
      trainingDaysToday(locals.supabase, now)
    ])
  );
  const { env } = await running();
  return {
    homeTeams,
    packs: packsOf(personId, homeTeams, now),
    myActions: mine.map((action) => ({ ...action, today: wallClock(now, action.team.timeZone).date })),
    unread,
    waiting,
    unfinished,
    trainings,
    today,
    checkIns: rounds.filter(({ phase, asked }) => phase === 'open' && asked),
    tokens: tokensToHold(rounds, personId, env),
    left: url.searchParams.has('left'),
    newPassword: url.searchParams.get('password') === 'new'
  };
};

export const actions: Actions = closingForms;
