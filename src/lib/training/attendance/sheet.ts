import type { Audience } from '../curriculum/schema.ts';
import type { CompletionRule } from '../delivery/rule.ts';
import type { HalfDay } from '../timetable/slot.ts';
import { expectedHalves, sameHalf, standing, type NotedHalf, type Standing } from './completion.ts';
import { noNote, type PlaceNote } from './note.ts';
import { fourNumbers, type AttendingPlace, type FourNumbers } from './numbers.ts';

/** A missed half day made up for. The date is `YYYY-MM-DD`. */
export interface MakeUp extends HalfDay {
  on: string;
  where: string;
  with: string;
}

/** Somebody with a place, and what was noted of them. */
export interface Attending extends AttendingPlace {
  name: string;
  noted: NotedHalf[];
  makeUps: MakeUp[];
}

/** A day as far as attendance goes. The date is `YYYY-MM-DD` in the training's zone. */
export interface AttendedDay {
  day: number;
  heldOn: string;
  audience: Audience;
  /** People at the door whose names nobody took. */
  counted: number;
}

/** What stands in the database of a training's attendance. */
export interface AttendanceRows {
  rule: CompletionRule;
  /** How many places the cohort has. */
  places: number;
  days: AttendedDay[];
  sessions: (HalfDay & { format: string })[];
  people: Attending[];
}

export interface Sheet {
  rule: CompletionRule;
  days: AttendedDay[];
  /** Half days that have to count, in order. */
  expected: HalfDay[];
  places: number;
  /** In the line for a place of the cohort. */
  waiting: number;
  /** Of the cohort, who has a place or had one and was there, by name. */
  cohort: (Attending & { stands: Standing })[];
  /** The same of the places on the open day. */
  openDay: Attending[];
  numbers: FourNumbers;
}

/** The whole attendance of a training. @param today `YYYY-MM-DD` in the training's zone */
export function sheetOf({ rule, places, days, sessions, people }: AttendanceRows, today: string): Sheet {
  const expected = expectedHalves(days, sessions);
  const isOver = ({ day }: HalfDay) => days.some((one) => one.day === day && one.heldOn < today);
  const shown = people.filter(isShown).toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const ofKind = (kind: Attending['kind']) => shown.filter((person) => person.kind === kind);
  return {
    rule,
    places,
    waiting: people.filter(({ kind, state }) => kind === 'cohort' && state === 'waiting').length,
    days: days.toSorted((a, b) => a.day - b.day),
    expected,
    cohort: ofKind('cohort').map((person) => ({
      ...person,
      stands: standing(rule, expected, person.noted, person.makeUps, isOver)
    })),
    openDay: ofKind('open_day'),
    numbers: fourNumbers(rule, expected, days, people)
  };
}

/** Who has a place, and who had one and was there. */
const isShown = ({ state, noted, makeUps }: Attending): boolean =>
  state === 'placed' || noted.some(({ came }) => came) || makeUps.length > 0;

/** Of the cohort, who cannot complete any more by only coming. */
export const behind = <P extends { stands: Standing }>(people: readonly P[]): P[] =>
  people.filter(({ stands }) => stands.reach === 'make_up' || stands.reach === 'out');

/** A line of the tap list. */
export interface TapLine extends PlaceNote {
  name: string;
  kind: Attending['kind'];
}

/** Who may come in a half day, by name, with what is noted: the cohort, and on an open day those who come for it alone. */
export function tapLines({ days, cohort, openDay }: Sheet, half: HalfDay): TapLine[] {
  const isOpen = days.some(({ day, audience }) => day === half.day && audience === 'open');
  const noteOf = ({ noted }: Attending) => noted.find(sameHalf(half));
  return [...cohort, ...openDay.filter((person) => isOpen || noteOf(person))]
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
    .map((person) => {
      const { came, lateMinutes, leftMinutes } = noteOf(person) ?? noNote;
      return { place: person.id, name: person.name, kind: person.kind, came, lateMinutes, leftMinutes };
    });
}
