import type { AgendaItem } from '../agenda/item.ts';
import { gathering } from './templates/gathering.ts';
import { introduction } from './templates/introduction.ts';
import { peerSupport } from './templates/peer-support.ts';
import { staff45 } from './templates/staff-45.ts';
import { staff60 } from './templates/staff-60.ts';

/** The kinds of circle the database knows. Two templates make a staff circle. */
export const circleKinds = ['introduction', 'staff', 'peer_support', 'gathering'] as const;
export type CircleKind = (typeof circleKinds)[number];

export const templateKeys = ['introduction', 'staff_45', 'staff_60', 'peer_support', 'gathering'] as const;
export type TemplateKey = (typeof templateKeys)[number];

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

export const templates: Record<TemplateKey, CircleTemplate> = {
  introduction,
  staff_45: staff45,
  staff_60: staff60,
  peer_support: peerSupport,
  gathering
};
