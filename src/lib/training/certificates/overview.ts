import { sameHalf, type HalfStanding } from '../attendance/completion.ts';
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
  /** The last date of what counts, `YYYY-MM-DD`; empty when nothing does. A certificate waits for it. */
  restsOn: string;
}

type Half = Pick<HalfStanding, 'day' | 'half' | 'counts' | 'outcome'>;
interface Attended {
  id: string;
  name: string;
  state: string;
  makeUps: readonly (HalfDay & { on: string })[];
  stands: { completed: boolean; halves: readonly Half[] };
}
interface Attendance {
  days: readonly { day: number; heldOn: string }[];
  cohort: readonly Attended[];
}

/** Where the cohort stands, from its attendance; who gave the place back is only in it after having completed. */
export const standingsOf = ({ days, cohort }: Attendance): Standing[] =>
  cohort
    .filter(({ state, stands }) => state === 'placed' || stands.completed)
    .map(({ id, name, makeUps, stands }) => ({
      place: id,
      name,
      completed: stands.completed,
      missing: halvesThat(stands.halves, false),
      counting: halvesThat(stands.halves, true),
      restsOn: stands.halves
        .filter(({ counts }) => counts)
        .map((half) =>
          half.outcome === 'here' ? days.find(({ day }) => day === half.day)?.heldOn : makeUps.find(sameHalf(half))?.on
        )
        .reduce<string>((last, date = '') => (date > last ? date : last), '')
    }));

const halvesThat = (halves: Attended['stands']['halves'], count: boolean): HalfDay[] =>
  halves.filter(({ counts }) => counts === count).map(({ day, half }) => ({ day, half }));

/**
 * The cohort by what is to be done: give (or finish signing), wait for the last date it rests on, nothing, and who has not completed. Each by name.
 * `stale`: valid certificates of those who do not fulfil the rule any more, since attendance or the rule was corrected.
 * @param today `YYYY-MM-DD`: the earlier of the training's zone and UTC, which certificates are dated by
 */
export function overviewOf(cohort: readonly Standing[], certificates: readonly ShownCertificate[], today: string) {
  const holds = certificates.filter(({ revoked }) => revoked === null);
  const done = new Set(holds.filter(({ isSigned }) => isSigned).map(({ place }) => place));
  const begun = new Set(holds.map(({ place }) => place));
  const byName = cohort.toSorted((a, b) => a.name.localeCompare(b.name));
  const wanted = byName.filter(({ place, completed }) => !done.has(place) && (completed || begun.has(place)));
  const isAhead = ({ place, restsOn }: Standing) => restsOn > today && !begun.has(place);
  const fulfils = new Set(cohort.filter(({ completed }) => completed).map(({ place }) => place));
  return {
    ready: wanted.filter((person) => !isAhead(person)),
    ahead: wanted.filter(isAhead),
    stale: holds.filter(({ place }) => place !== null && !fulfils.has(place)).map(({ id }) => id),
    missing: byName.filter(({ place, completed }) => !completed && !begun.has(place)),
    printable: done.size
  };
}
