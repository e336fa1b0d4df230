import type { HelpKey } from '../help.ts';
import type { Level } from '../publication/level.ts';
import { freezeRoster, JOINED_DAYS, type RosterMember } from '../roster.ts';
import { LEAST_ASKED } from '../round.ts';

const DAY = 86_400_000;

/** A lead's answer to something that was published. */
export type LevelAnswer = {
  /** The scale or help option, as the publication names it. */
  about: string;
  text: string;
  /** The action of the team that came of it; closed when it has an outcome. */
  action: { text: string; closed: boolean; outcome: string } | null;
};

/** What a round says, without its receipts. */
export type Published = {
  enough: boolean;
  keyLost: boolean;
  levels: { scale: string; title: string; level: Level }[];
  help: { option: HelpKey; level: Level }[];
  /** `YYYY-MM-DD` */
  closedOn: string;
};

export type TeamRound = {
  id: string;
  builtIn: boolean;
  /** Scale and version: two rounds with different ones are not to be compared. */
  definition: string;
  title: string;
  opensAt: string;
  closesAt: string;
  opened: boolean;
  rosterChanged: boolean;
  roster: { id: string; name: string }[];
  published: Published | null;
  answers: LevelAnswer[];
};

/** `late`: planned, and its hour has passed without an opening. `due`: over, and its levels are not there yet. */
export type Standing = 'planned' | 'late' | 'open' | 'due' | 'published';

/** Where a round stands at `now` (milliseconds since 1970). */
export function standingOf({ opened, opensAt, closesAt, published }: TeamRound, now: number): Standing {
  if (published) return 'published';
  // The server looks every 20 seconds.
  if (!opened) return Date.parse(opensAt) + 60_000 < now ? 'late' : 'planned';
  return Date.parse(closesAt) > now ? 'open' : 'due';
}

/** Higher: more people than in the round before are in the strain band. */
export type Trend = 'higher' | 'lower' | 'same';

/**
 * The way a scale went since the round just before; null where the two may not be laid side by side: other people were
 * asked, another definition, levels of another size, or nothing published.
 * @param rounds all rounds of the team that opened, newest first
 */
export function trendOf(rounds: readonly TeamRound[], round: TeamRound, scale: string): Trend | null {
  const before = rounds[rounds.findIndex(({ id }) => id === round.id) + 1];
  if (round.rosterChanged || before?.definition !== round.definition) return null;
  const [then, now] = [before, round].map(
    ({ published }) => published?.levels.find((one) => one.scale === scale)?.level
  );
  if (!then || !now || then.of !== now.of) return null;
  if (then.step === now.step) return 'same';
  return now.step > then.step ? 'higher' : 'lower';
}

/** Too few could be asked: nobody would be, and the round would wait. */
export type RosterFault = 'few_now' | 'few_then';

/**
 * Whether too few could be asked in a round that opens at `opensAt`. `few_now`: whoever joins from now on could not
 * count either. Members who are asked in another team meanwhile are not known here, so that it may still turn out fewer.
 */
export function rosterFault(members: readonly RosterMember[], opensAt: number, now: number): RosterFault | null {
  if (freezeRoster(members, new Date(opensAt), []).length >= LEAST_ASKED) return null;
  return opensAt < now + JOINED_DAYS * DAY ? 'few_now' : 'few_then';
}

/** Where a person answers; the page says itself when they are not asked. */
export const checkInPath = (round: string): string => `/check-in/${round}`;
