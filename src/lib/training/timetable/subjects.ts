import type { Subject } from '../curriculum/schema.ts';

/** A row as far as its minutes count. */
export interface CountedSlot {
  subject: string | null;
  minutes: number;
  /** What it took; null while nobody noted it, 0 when it did not take place. */
  actualMinutes?: number | null;
}

/** Minutes of a subject, breaks aside. */
export interface SubjectMinutes {
  key: string;
  title: string;
  /** Of all its sessions. */
  planned: number;
  /** Planned minutes of those sessions of which is known what they took: what `actual` is compared with. */
  plannedOfHeld: number;
  /** What those took. */
  actual: number;
  /** `actual` less `plannedOfHeld`; above 0 they took longer. Null while nothing is known. */
  difference: number | null;
  /** Took longer than planned by a quarter or more: worth more time the next time. */
  overByQuarter: boolean;
}

/** Whether minutes that were taken run over what was planned by a quarter or more. */
const isOverByQuarter = (planned: number, actual: number): boolean => actual > planned && actual >= planned * 1.25;

/**
 * Planned and actual minutes of each subject, in the order of `subjects`; one that the curriculum does not have (any more)
 * comes last under its own key. Subjects without minutes are left out.
 */
export function subjectMinutes(slots: readonly CountedSlot[], subjects: readonly Subject[]): SubjectMinutes[] {
  const unknown = slots
    .flatMap(({ subject }) => subject ?? [])
    .filter((key) => !subjects.some((one) => one.key === key));
  const all = [...subjects, ...[...new Set(unknown)].map((key) => ({ key, title: key }))];
  return all
    .map(({ key, title }) => ({ key, title, ...minutesOf(slots.filter(({ subject }) => subject === key)) }))
    .filter(({ planned, actual }) => planned > 0 || actual > 0);
}

/** The same for all subjects together. */
export const allMinutes = (slots: readonly CountedSlot[]): Omit<SubjectMinutes, 'key' | 'title'> =>
  minutesOf(slots.filter(({ subject }) => subject !== null));

function minutesOf(slots: readonly CountedSlot[]): Omit<SubjectMinutes, 'key' | 'title'> {
  const held = slots.filter(({ actualMinutes }) => typeof actualMinutes === 'number');
  const plannedOfHeld = sum(held.map(({ minutes }) => minutes));
  const actual = sum(held.map(({ actualMinutes }) => actualMinutes ?? 0));
  return {
    planned: sum(slots.map(({ minutes }) => minutes)),
    plannedOfHeld,
    actual,
    difference: held.length === 0 ? null : actual - plannedOfHeld,
    overByQuarter: held.length > 0 && isOverByQuarter(plannedOfHeld, actual)
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
