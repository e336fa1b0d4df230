import type { ItemKind } from '../agenda/item.ts';
import type { PlanDeed } from './event.ts';
import type { Round } from './round.ts';

/** A stretch of time in ms since 1970; `until` is null while it runs. */
export interface Span {
  from: number;
  until: number | null;
}

/** An item as the plan has it now, and when it ran. */
export interface RunningItem {
  id: string;
  kind: ItemKind;
  title: string;
  /** Minutes now, after extending and fitting. */
  minutes: number;
  minMinutes: number;
  priority: number;
  /** Minutes the agenda gave it when the circle began, or when a changed agenda was taken over. */
  plannedMinutes: number;
  skipped: boolean;
  /** More than one when the circle came back to it. */
  spans: Span[];
}

/** The last step from item to item, the beginning, the end, or its being taken back. */
export interface Moved {
  did: 'begin' | 'next' | 'back' | 'jump' | 'end' | 'goOn';
  by: string;
  at: number;
}

export type PlanChange = Exclude<PlanDeed['do'], 'undo'>;

/** The running circle, folded from its events. */
export interface LiveState {
  phase: 'waiting' | 'running' | 'paused' | 'ended';
  /** In their present order: before `current` lies what was, after it what comes. */
  items: RunningItem[];
  /** Id of the current item; stays on the last one when the circle has ended. */
  current: string | null;
  startedAt: number | null;
  endedAt: number | null;
  /** Minutes promised when the circle began: the sum of the agenda as begun with. */
  promisedMinutes: number;
  /** The end that somebody chose in place of the promised one, ms since 1970; null: nobody did. */
  chosenEnd: number | null;
  pauses: Span[];
  /** How and by whom (person id) the circle came to where it is, in ms since 1970; null before it began. */
  moved: Moved | null;
  /** Id of the last event that changed the plan, '' at first. */
  planMark: string;
  /** What an undo would take back now, or null. */
  canUndo: { id: string; did: PlanChange } | null;
  /** The plan before each change that can still be taken back, latest last. */
  changes: { id: string; did: PlanChange; before: RunningItem[]; endBefore: number | null }[];
  rounds: Round[];
  /** The round that is open, or null. */
  openRound: Round | null;
}

/** A circle that has not begun. */
export const waiting: LiveState = {
  phase: 'waiting',
  items: [],
  current: null,
  startedAt: null,
  endedAt: null,
  promisedMinutes: 0,
  chosenEnd: null,
  pauses: [],
  moved: null,
  planMark: '',
  canUndo: null,
  changes: [],
  rounds: [],
  openRound: null
};
