import type { CircleTemplate } from './circleTemplate.ts';
import { gathering } from './templates/gathering.ts';
import { introduction } from './templates/introduction.ts';
import { peerSupport } from './templates/peer-support.ts';
import { staff45 } from './templates/staff-45.ts';
import { staff60 } from './templates/staff-60.ts';

export const templateKeys = ['introduction', 'staff_45', 'staff_60', 'peer_support', 'gathering'] as const;
export type TemplateKey = (typeof templateKeys)[number];

export const templates: Record<TemplateKey, CircleTemplate> = {
  introduction,
  staff_45: staff45,
  staff_60: staff60,
  peer_support: peerSupport,
  gathering
};
