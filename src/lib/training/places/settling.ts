import * as m from '../../paraglide/messages.js';
import type { ListedPlace } from './placeList.ts';
import type { PlaceKind, PlaceState } from './schema.ts';

/** Where somebody is to stand, as one word of a form: `placed cohort`. */
export type Step = `${PlaceState} ${PlaceKind}`;

const labels: Record<Step, () => string> = {
  'placed cohort': m.training_places_step_placed_cohort,
  'placed open_day': m.training_places_step_placed_open,
  'waiting cohort': m.training_places_step_waiting_cohort,
  'waiting open_day': m.training_places_step_waiting_open,
  'withdrawn cohort': m.training_places_step_withdrawn,
  'withdrawn open_day': m.training_places_step_withdrawn
};

export const takesBack = (step: Step): boolean => step.startsWith('withdrawn ');

export const steps = Object.keys(labels) as Step[];

/** What a trainer can do with a place, in one order: give it, put on the waiting list, the same for the other kind, take it back. */
export function stepsFrom(
  { kind, state }: Pick<ListedPlace, 'kind' | 'state'>,
  hasOpenDay: boolean
): { step: Step; label: string }[] {
  const other: PlaceKind = kind === 'cohort' ? 'open_day' : 'cohort';
  const wanted: Step[] = [
    `placed ${kind}`,
    `waiting ${kind}`,
    ...(hasOpenDay || other === 'cohort' ? ([`placed ${other}`, `waiting ${other}`] as Step[]) : []),
    `withdrawn ${kind}`
  ];
  return wanted.filter((step) => step !== `${state} ${kind}`).map((step) => ({ step, label: labels[step]() }));
}
