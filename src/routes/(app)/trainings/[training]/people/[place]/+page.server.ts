import { fail, redirect } from '@sveltejs/kit';
import { orErrorPage, orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { qrPicture } from '$lib/teams/qr';
import { isAskedNow } from '$lib/training/evaluation/server/standing';
import { correctSchema, newAddressSchema, settleSchema } from '$lib/training/places/forms';
import { originOf, sendPlaceLetter } from '$lib/training/places/server/letters';
import {
  correctPlace,
  letterTraining,
  placeIn,
  removePlace,
  roomOf,
  setSecret
} from '$lib/training/places/server/people';
import { makeSecret } from '$lib/training/places/server/placeKey';
import { settleAndTell } from '$lib/training/places/server/settling';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const [place, { organisation }, formOpen] = await Promise.all([
    found(placeIn(locals.supabase, params.training, params.place)),
    orErrorPage(roomOf(locals.supabase, params.training)),
    orErrorPage(isAskedNow(locals.supabase, params.place, Date.now()))
  ]);
  return { place, organisation, formOpen, secret: makeSecret() };
};

type Failure = { values: Record<string, string>; errors: Record<string, string>; message?: string };

/** An action of this page: reads its form, finds the place in this training, and does the work; failures say which form they belong to. */
const action =
  <S extends z.ZodType, T>(
    which: string,
    schema: S,
    work: (given: z.infer<S>, place: Awaited<ReturnType<typeof placeOf>>, event: RequestEvent) => Promise<T>
  ) =>
  async (event: RequestEvent) => {
    const data = await event.request.formData();
    const values = { ...typedValues(data), which };
    const parsed = schema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail<Failure>(400, { values, errors: fieldErrors(parsed.error) });
    return orFormMessage<T, Record<string, string>>(values, async () => work(parsed.data, await placeOf(event), event));
  };

const placeOf = ({ locals, params }: RequestEvent) => found(placeIn(locals.supabase, params.training, params.place));

export const actions = {
  correct: action('correct', correctSchema, async (given, { id }, { locals }) => {
    await correctPlace(locals.supabase, id, given);
    return { did: 'correct' as const };
  }),
  settle: action('settle', settleSchema, async (given, place, { locals, params }) => {
    await settleAndTell(locals.supabase, params.training, place, given, Date.now());
    return { did: 'settle' as const };
  }),
  /** Shows the new personal address, here and never again; the one before ends. */
  address: action('address', newAddressSchema, async ({ secret }, place, { locals, params, url }) => {
    await setSecret(locals.supabase, place.id, secret);
    const address = `${await originOf(url)}/place/${secret}`;
    const facts = await letterTraining(locals.supabase, params.training, place.kind);
    const to = { trainingId: params.training, email: place.email };
    await sendPlaceLetter('new_address', to, { ...place, address }, facts, Date.now());
    return { did: 'address' as const, address, picture: qrPicture(address) };
  }),
  remove: async (event) => {
    const { locals, params } = event;
    return orFormMessage({ which: 'remove' }, async () => {
      await removePlace(locals.supabase, (await placeOf(event)).id);
      redirect(303, `/trainings/${params.training}/people`);
    });
  }
} satisfies Actions;
