import { RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { type Asked, inTheWay, stillNear } from '../overlap.ts';
import { builtInForm } from '../form.ts';
import { instantAt } from '../times.ts';
import { ownForms } from './formStore.ts';
import { wouldBeAsked } from './standing.ts';
import { evaluationsOf, makeEvaluation, type NewEvaluation } from './store.ts';

type Training = { id: string; organisationId: string; timeZone: string };

/** What the page of a new evaluation is made of: own forms, how many are in the cohort, and what can be in the way. @param now milliseconds since 1970 */
export async function beforePlanning(supabase: Supabase, training: Training, now: number) {
  const [forms, asked, evaluations] = await Promise.all([
    ownForms(supabase, training.organisationId),
    wouldBeAsked(supabase, training.id),
    evaluationsOf(supabase, training.id, now)
  ]);
  return {
    forms: forms.map(({ id, form }) => ({ id, title: form.title })),
    cohort: asked.cohort,
    near: stillNear(evaluations, [builtInForm, ...forms.map(({ form }) => form)], now)
  };
}

/**
 * Makes an evaluation, or gives the one that is in its way. @param now milliseconds since 1970
 * @throws RuleBroken as makeEvaluation, `evaluation_overlap` only where what was in the way is gone meanwhile
 */
export async function planEvaluation(
  supabase: Supabase,
  training: Training,
  given: NewEvaluation,
  now: number
): Promise<{ id: string } | { near: Asked }> {
  try {
    return { id: await makeEvaluation(supabase, training, given) };
  } catch (broken) {
    if (!(broken instanceof RuleBroken) || broken.hint !== 'evaluation_overlap' || !given.times) throw broken;
    const [opens, closes] = [given.times.opens, given.times.closes].map((local) => instantAt(local, training.timeZone));
    const near = inTheWay(await evaluationsOf(supabase, training.id, now), given.form, {
      opens: opens ?? now,
      closes: closes ?? now
    });
    if (!near) throw broken;
    return { near };
  }
}
