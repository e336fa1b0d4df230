import { isSession, type Curriculum, type Entry, type Subject } from './schema.ts';

/** Minutes of a half day, breaks with them. */
export const halfMinutes = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes of a half day without its breaks. */
export const sessionMinutes = (entries: readonly Entry[]): number => halfMinutes(entries.filter(isSession));

/** Minutes that each subject has on the days (not in the extra sessions), in the order of the subjects. */
export function minutesPerSubject({ subjects, days }: Curriculum): (Subject & { minutes: number })[] {
  const sessions = days.flatMap(({ halves }) => halves.flat().filter(isSession));
  return subjects.map((subject) => ({
    ...subject,
    minutes: halfMinutes(sessions.filter((session) => session.subject === subject.key))
  }));
}
