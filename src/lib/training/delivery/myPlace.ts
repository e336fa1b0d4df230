/** A training the signed-in person has a place in, or waits for one. */
export interface MyTrainingPlace {
  /** Id of the place; `/place/<id>` is its page. */
  place: string;
  training: string;
  organisation: string;
  kind: 'cohort' | 'open_day';
  waiting: boolean;
  /** `YYYY-MM-DD`; null when all days are over. */
  nextDay: string | null;
  evaluationOpen: boolean;
}
