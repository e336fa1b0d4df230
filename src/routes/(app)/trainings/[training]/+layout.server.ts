import { found } from '$lib/server/found';
import { trainingFrame } from '$lib/training/delivery/server/store';
import type { LayoutServerLoad } from './$types';

/** What every page of a training knows of it; an unknown one and one of other trainers are the same empty address. */
export const load: LayoutServerLoad = async ({ locals, params }) => ({
  training: await found(trainingFrame(locals.supabase, params.training))
});
