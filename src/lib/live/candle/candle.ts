import type { ItemKind } from '../../agenda/item.ts';
import type { Run } from '../run.ts';
import type { LiveState } from '../state.ts';

/**
 * What everybody in the team may know of a running circle: one thing at a time. Plain JSON, as the server tells it to
 * members and to the shared screen; nothing else of a circle that runs reaches their browsers.
 */
export interface Candle {
  phase: LiveState['phase'];
  item: { id: string; title: string; kind: ItemKind } | null;
  /** Ms left of the item at `since` (ms since 1970): running down from there, or at rest when that is null. */
  left: { ms: number; since: number | null } | null;
  /** What comes after the item. */
  next: string | null;
  /** The round that is open. */
  round: {
    /** Who has the piece; null when everybody was asked. */
    holder: string | null;
    /** Who is asked after that, while somebody is still to be asked for the first time. */
    next: string | null;
    /** Since when silence is held, ms since 1970. */
    silentSince: number | null;
  } | null;
}

/** What is on the screen at a moment. */
export interface Shown extends Pick<Candle, 'phase' | 'item' | 'next'> {
  /** Whole minutes, begun ones counted, 0 once the time is over; null when no time runs. */
  minutesLeft: number | null;
  /** The last minute has begun. */
  nearlyOver: boolean;
  /** Null when no round is held or everybody was asked. */
  speaker: string | null;
  nextSpeaker: string | null;
  silence: boolean;
}

const minute = 60_000;

/** @param now ms since 1970 */
export function shownAt({ phase, item, left, next, round }: Candle, now: number): Shown {
  const ms = left && left.ms - (left.since === null ? 0 : Math.max(0, now - left.since));
  return {
    phase,
    item,
    next,
    ...timeShown(ms),
    speaker: round?.holder ?? null,
    nextSpeaker: round?.next ?? null,
    silence: round?.silentSince != null
  };
}

/** Time left in ms as it is shown: nobody needs seconds. */
export function timeShown(left: number | null): Pick<Shown, 'minutesLeft' | 'nearlyOver'> {
  if (left === null) return { minutesLeft: null, nearlyOver: false };
  return { minutesLeft: Math.max(0, Math.ceil(left / minute)), nearlyOver: left <= minute };
}

/**
 * The candle from what is stored, for pages without a socket: without a round. Pauses within the item that runs are not
 * known there, so its time may be short by them.
 */
export function candleOfRun(run: Run | null): Candle {
  const at = run?.items.findIndex(({ id }) => id === run.current) ?? -1;
  const item = run?.items[at] ?? null;
  const since = run?.phase === 'running' ? run.since : null;
  const over = !item || run?.phase === 'ended';
  return {
    phase: run?.phase ?? 'waiting',
    item: item && { id: item.id, title: item.title, kind: item.kind },
    left: over ? null : { ms: (item.minutes - (since === null ? item.actual : 0)) * minute, since },
    next: run?.phase === 'ended' ? null : (run?.items.slice(at + 1).find(({ skipped }) => !skipped)?.title ?? null),
    round: null
  };
}
