/** When something is written: in the break, for the second half; afterwards, for the next circle. */
export const debriefMoments = ['break', 'debrief'] as const;
export type DebriefMoment = (typeof debriefMoments)[number];

/** One person's words at one moment. `updatedAt` is an ISO instant. */
export interface DebriefNote {
  personId: string;
  by: string;
  moment: DebriefMoment;
  text: string;
  updatedAt: string;
}

export const maxDebrief = 4000;

/** The words of one moment, the reader's own apart from those of the others, who come by name. */
export function atMoment(
  notes: readonly DebriefNote[],
  moment: DebriefMoment,
  me: string
): { mine: DebriefNote | undefined; others: DebriefNote[] } {
  const here = notes.filter((note) => note.moment === moment);
  return {
    mine: here.find(({ personId }) => personId === me),
    others: here.filter(({ personId }) => personId !== me).toSorted((a, b) => a.by.localeCompare(b.by))
  };
}
