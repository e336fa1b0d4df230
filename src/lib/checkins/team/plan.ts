import { instantOf, nextWeekday, wallClock } from '../../agenda/clock.ts';
import * as m from '../../paraglide/messages.js';
import type { RosterMember } from '../roster.ts';
import { mayOpenFrom } from '../round.ts';
import type { ScaleDefinition } from '../scales/schema.ts';
import { OPENING_TIME } from './schema.ts';
import { rosterFault, type RosterFault, type TeamRound } from './teamRound.ts';

const DAY = 86_400_000;

type Rounds = readonly Pick<TeamRound, 'opened' | 'opensAt'>[];

/** What a lead sees before they plan a round. */
export type Plan = {
  /** Why nothing can be planned at all, or null. */
  hindered: 'no_contacts' | 'planned' | null;
  /** Where an admin sets the support contacts; null for a lead who is none. */
  contactsPage: string | null;
  /** The first morning on which the next round may open, as an instant; null when it may open now. */
  mayOpenFrom: string | null;
  /** Too few people could be asked on the first day that is possible. */
  few: RosterFault | null;
  /** `YYYY-MM-DD` in the team's time zone. */
  date: string;
};

/** When the team's next round may open, where that is after `now`; else null. */
export function plannableFrom(rounds: Rounds, now: number): number | null {
  const last = Math.max(...rounds.map(({ opensAt }) => Date.parse(opensAt)));
  const from = rounds.length > 0 ? mayOpenFrom(new Date(last)).getTime() : now;
  return from > now ? from : null;
}

/** The first instant from `from` on at which rounds open by day in `zone`. */
function firstMorning(from: number, zone: string): number {
  for (let ahead = 0; ; ahead++) {
    const { date } = wallClock(from + ahead * DAY, zone);
    const morning = instantOf({ date, time: OPENING_TIME }, zone) ?? from;
    if (morning >= from) return morning;
  }
}

/** @param now milliseconds since 1970 */
export function planOf(
  rounds: Rounds,
  members: readonly RosterMember[],
  organisation: { id: string; isAdmin: boolean; contacts: readonly unknown[] } | null,
  zone: string,
  now: number
): Plan {
  const planned = rounds.some(({ opened }) => !opened);
  const contactless = organisation?.contacts.length === 0;
  const from = plannableFrom(rounds, now);
  const morning = from === null ? null : firstMorning(from, zone);
  return {
    hindered: planned ? 'planned' : contactless ? 'no_contacts' : null,
    contactsPage: organisation?.isAdmin ? `/organisation/${organisation.id}/contacts` : null,
    mayOpenFrom: morning === null ? null : new Date(morning).toISOString(),
    few: rosterFault(members, morning ?? now, now),
    date: nextWeekday(from ?? now, zone)
  };
}

/** What a lead can choose to ask with: our own first, then each loaded scale in its newest version. */
export function scaleChoices(
  own: Pick<ScaleDefinition, 'title'>,
  loaded: readonly { key: string; version: number; definition: Pick<ScaleDefinition, 'title'> }[]
): { value: string; label: string }[] {
  const newest = new Map<string, (typeof loaded)[number]>();
  for (const scale of loaded) if ((newest.get(scale.key)?.version ?? 0) < scale.version) newest.set(scale.key, scale);
  return [
    { value: 'built-in', label: m.checkins_team_plan_own({ title: own.title }) },
    ...[...newest.values()].map(({ key, version, definition: { title } }) => ({
      value: `${key}/${version}`,
      label: m.checkins_team_plan_loaded({ title, version })
    }))
  ];
}
