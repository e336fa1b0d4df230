import type { ItemKind } from '../agenda/item.ts';

/** Bounds of what a circle's document may hold; anything beyond is ignored when it is read. */
export const liveLimits = {
  name: 120,
  id: 64,
  speakers: 200,
  items: 60,
  /** A circle of 45 minutes makes about 150. Measured: 150 fold in 1 ms, 5,000 in 35 ms on a laptop core. */
  events: 5000,
  seq: 1_000_000,
  minutes: 240
} as const;

/** An item of the agenda as the running circle needs it: no notes, those stay with the plan. Minutes are whole. */
export interface LiveItem {
  id: string;
  kind: ItemKind;
  title: string;
  minutes: number;
  minMinutes: number;
  /** 1 stays longest, 9 goes first. */
  priority: number;
}

/** Somebody in a round. `id` is a person's id, or a made-up one for somebody known by name only. */
export interface Speaker {
  id: string;
  name: string;
  joins: 'here' | 'phone';
}

/**
 * Changes of the plan. `seen` is the `planMark` of the state the screen showed: a plan that was changed meanwhile is
 * not overwritten.
 */
export type PlanDeed =
  | { do: 'agenda'; items: LiveItem[]; seen: string }
  | { do: 'extend'; item: string; minutes: number }
  | { do: 'skip'; item: string }
  | { do: 'unskip'; item: string }
  /** The coming items in their new order; closing stays last whether it is named or not. */
  | { do: 'order'; items: string[]; seen: string }
  /** `end`, ms since 1970: when the circle is to end instead of when it was promised to; chosen by who fits. */
  | { do: 'fit'; minutes: Record<string, number>; skip: string[]; seen: string; end?: number }
  /** `target` is the id of the change to take back: the latest one only (`state.canUndo`). */
  | { do: 'undo'; target: string };

/** Moving through the plan. `from` is the current item the screen showed: pressed on two screens, it moves once. */
export type WalkDeed =
  | { do: 'begin'; items: LiveItem[] }
  | { do: 'next'; from: string }
  | { do: 'back'; from: string }
  | { do: 'jump'; from: string; to: string }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'end'; from: string }
  | { do: 'goOn' };

/** The talking piece. `from` is who held it on the screen. */
export type RoundDeed =
  | { do: 'openRound'; round: string; item: string; speakers: Speaker[] }
  | { do: 'spoke'; round: string; from: string }
  | { do: 'passed'; round: string; from: string }
  | { do: 'holdSilence'; round: string }
  | { do: 'endSilence'; round: string }
  | { do: 'arrive'; round: string; speaker: Speaker; before?: string }
  | { do: 'leaveRound'; round: string; speaker: string }
  /** `seen` is the round's `orderMark`. */
  | { do: 'orderRound'; round: string; order: string[]; seen: string }
  /** Takes the last `spoke` or `passed` back. `from` is who holds the piece now, '' when nobody does any more. */
  | { do: 'takeBack'; round: string; from: string }
  | { do: 'closeRound'; round: string };

export type Deed = PlanDeed | WalkDeed | RoundDeed;

/** One deed by one person. `seq` is a Lamport counter; `at` is ms since 1970 on the server's clock. */
export interface LiveEvent {
  id: string;
  seq: number;
  at: number;
  by: string;
  deed: Deed;
}
