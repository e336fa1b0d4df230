import type { EvaluationForm } from './form.ts';
import type { Counted } from './tally.ts';

/** `paper`: no forms on devices. `planned`: opens by the clock. `counting`: closed, to be published by the server's job within a minute. */
export type Phase = 'paper' | 'planned' | 'open' | 'counting' | 'published';

/** What an evaluation published of its anonymous forms. */
export type Published = { enough: false; keyLost: boolean } | ({ enough: true } & Counted);

export type Evaluation = {
  id: string;
  title: string;
  form: EvaluationForm;
  asked: 'cohort' | 'everybody';
  /** Both null on paper only. */
  opensAt: string | null;
  closesAt: string | null;
  phase: Phase;
  /** Due to open, and waiting for people to have places. */
  waiting: boolean;
  published: Published | null;
  paper: Counted | null;
  /** Names of the places that are asked; empty before it opens. */
  roster: string[];
};

/** What the clock and the results make of an evaluation. `now` and the instants in ms. */
export function phaseOf(
  given: { opensAt: number | null; closesAt: number | null; opened: boolean; published: boolean },
  now: number
): Phase {
  if (given.published) return 'published';
  if (given.opensAt === null || given.closesAt === null) return 'paper';
  if (!given.opened) return 'planned';
  return given.closesAt <= now ? 'counting' : 'open';
}
