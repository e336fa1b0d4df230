import type { HalfDay } from '../timetable/slot.ts';
import type { Certificate } from './certificate.ts';

/** A certificate in the trainers' list. */
export interface ShownCertificate {
  id: string;
  /** Null once the place was destroyed. */
  place: string | null;
  name: string;
  issuedOn: string;
  isSigned: boolean;
  revoked: { on: string; why: string } | null;
}

export const shownCertificate = (certificate: Certificate & { place: string | null }): ShownCertificate => ({
  id: certificate.id,
  place: certificate.place,
  name: certificate.name,
  issuedOn: certificate.issuedOn,
  isSigned: certificate.signed !== null,
  revoked: certificate.revokedOn === null ? null : { on: certificate.revokedOn, why: certificate.revokedWhy }
});

/** Somebody of the cohort, and where they stand. */
export interface Standing {
  place: string;
  name: string;
  completed: boolean;
  /** Half days that don't count yet. */
  missing: HalfDay[];
  /** Half days that do: what the certificate states. */
  counting: HalfDay[];
}

interface Attended {
  id: string;
  name: string;
  state: string;
  stands: { completed: boolean; halves: readonly (HalfDay & { counts: boolean })[] };
}

/** Where the cohort stands, from its attendance; who gave the place back is only in it after having completed. */
export const standingsOf = (cohort: readonly Attended[]): Standing[] =>
  cohort
    .filter(({ state, stands }) => state === 'placed' || stands.completed)
    .map(({ id, name, stands }) => ({
      place: id,
      name,
      completed: stands.completed,
      missing: halvesThat(stands.halves, false),
      counting: halvesThat(stands.halves, true)
    }));

const halvesThat = (halves: Attended['stands']['halves'], count: boolean): HalfDay[] =>
  halves.filter(({ counts }) => counts === count).map(({ day, half }) => ({ day, half }));

/** The cohort by what is to be done: give (or finish signing), nothing, and who has not completed. Each by name. */
export function overviewOf(cohort: readonly Standing[], certificates: readonly ShownCertificate[]) {
  const holds = certificates.filter(({ revoked }) => revoked === null);
  const done = new Set(holds.filter(({ isSigned }) => isSigned).map(({ place }) => place));
  const begun = new Set(holds.map(({ place }) => place));
  const byName = cohort.toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    ready: byName.filter(({ place, completed }) => !done.has(place) && (completed || begun.has(place))),
    missing: byName.filter(({ place, completed }) => !completed && !begun.has(place)),
    printable: done.size
  };
}
