import { wallClock } from '../agenda/clock.ts';
import { standingOf, type Mark, type Span, type Standing } from './gate.ts';
import type { Place } from './place.ts';
import type { SeriesSummary } from './series.ts';

export interface SeriesMember {
  id: string;
  name: string;
  /** ISO instant at which they joined the team. */
  joinedAt: string;
}

/** A row of attendance in a series. */
export interface Attendance extends Mark {
  person: string | null;
  place: string | null;
}

export interface BelongingSeries extends SeriesSummary {
  members: SeriesMember[];
  /** All of them for those who keep the series; else one's own. */
  placed: Place[];
  attendance: Attendance[];
  /** Ids of the circles where attendance was taken. */
  taken: string[];
}

/** Somebody who belongs or belonged to a series, from a day on. */
export interface Belonging {
  /** Of the place, or of the person in a series without places. */
  id: string;
  person: string | null;
  name: string;
  span: Span;
  standing: Standing;
}

/** Everybody with a place, or the whole team where there are none, with where each stands. By name, those who left last. */
export function belongingsOf(series: BelongingSeries): Belonging[] {
  const taken = new Set(series.taken);
  const stand = (who: Omit<Belonging, 'standing'>, isTheirs: (row: Attendance) => boolean): Belonging => ({
    ...who,
    standing: standingOf(series.meetings, taken, series.attendance.filter(isTheirs), who.span, series.gate)
  });
  const all =
    series.places === null
      ? series.members.map(({ id, name, joinedAt }) =>
          stand(
            {
              id,
              person: id,
              name,
              span: { from: wallClock(Date.parse(joinedAt), series.timeZone).date, until: null }
            },
            (row) => row.person === id
          )
        )
      : series.placed.flatMap(({ id, person, name, joinedOn, leftOn }) =>
          joinedOn === null
            ? []
            : stand(
                { id, person, name, span: { from: joinedOn, until: leftOn } },
                (row) => row.place === id || (person !== null && row.person === person)
              )
        );
  const gone = ({ span }: Belonging) => Number(span.until !== null);
  return all.toSorted((a, b) => gone(a) - gone(b) || a.name.localeCompare(b.name));
}
