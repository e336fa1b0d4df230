import type { Audience } from '../curriculum/schema.ts';
import type { CompletionRule } from './rule.ts';

/** A day of a training. Clock times are `HH:MM` in the training's zone, the date `YYYY-MM-DD`. */
export interface TrainingDay {
  day: number;
  heldOn: string;
  audience: Audience;
  title: string;
  morningStarts: string;
  afternoonStarts: string;
}

/** What every page of a training knows of it. */
export interface TrainingFrame {
  id: string;
  organisationId: string;
  title: string;
  timeZone: string;
  days: TrainingDay[];
}

/** A training as its trainers planned it. */
export interface Training extends TrainingFrame, CompletionRule {
  venue: string;
  link: string;
  /** One line: an e-mail address or a telephone number; empty when none was given. */
  contact: string;
  trainers: string[];
  places: number;
  openPlaces: number;
}

/** A day of a training that is held today, as its trainers' home says it. */
export interface TodaysDay extends Pick<TrainingDay, 'day' | 'morningStarts' | 'afternoonStarts'> {
  /** Id of the training. */
  training: string;
  title: string;
  venue: string;
}

export const mostDays = 8;

/** The first day that is today or still to come, and null when all are over. `today` in the training's zone. */
export const nextDay = <D extends { heldOn: string }>(days: readonly D[], today: string): D | null =>
  days.find(({ heldOn }) => heldOn >= today) ?? null;

/** A line of the list, with the day that counts for its order. */
export interface ListedTraining extends TrainingFrame {
  venue: string;
  trainers: string[];
  signUpOpen: boolean;
  next: TrainingDay | null;
}

/** Those with a day to come, the nearest first, and those that are over, the latest first. */
export function inOrder(trainings: readonly ListedTraining[]): { coming: ListedTraining[]; past: ListedTraining[] } {
  const last = ({ days }: ListedTraining) => days.at(-1)?.heldOn ?? '';
  return {
    coming: trainings
      .filter(({ next }) => next !== null)
      .toSorted((a, b) => a.next!.heldOn.localeCompare(b.next!.heldOn) || a.title.localeCompare(b.title)),
    past: trainings
      .filter(({ next }) => next === null)
      .toSorted((a, b) => last(b).localeCompare(last(a)) || a.title.localeCompare(b.title))
  };
}
