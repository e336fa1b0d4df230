import type { AgendaItem } from '../agenda/item.ts';

/** The kinds of circle the database knows. Two templates make a staff circle. */
export const circleKinds = ['introduction', 'staff', 'peer_support', 'gathering'] as const;
export type CircleKind = (typeof circleKinds)[number];

export interface StarterQuestion {
  prompt: string;
  /** Heads the question's table in the themes report. */
  tableTitle: string;
}

/** A circle ready to be planned: the items add up to `minutes` exactly. */
export interface CircleTemplate {
  kind: CircleKind;
  title: string;
  /** One or two sentences on when to choose it. */
  summary: string;
  minutes: number;
  items: readonly Omit<AgendaItem, 'id'>[];
  questions: readonly StarterQuestion[];
  groups: readonly string[];
}
