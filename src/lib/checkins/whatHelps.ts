import type { TemplateKey } from '../circles/template.ts';
import * as m from '../paraglide/messages.js';
import { levelWord } from './levelWords.ts';
import { stageOf, type Level, type Stage } from './publication/level.ts';

type Help = { means: () => string; helps: readonly (() => string)[]; template: TemplateKey };

// The hour with a story to think about (staff_60) is for lighter times: a team that carries much needs no further
// story.
const own: Record<string, Record<Stage, Help>> = {
  sustains: {
    keep: {
      means: m.checkins_means_sustains_keep,
      helps: [m.checkins_helps_sustains_keep_1, m.checkins_helps_sustains_keep_2],
      template: 'staff_60'
    },
    tend: {
      means: m.checkins_means_sustains_tend,
      helps: [m.checkins_helps_sustains_tend_1, m.checkins_helps_sustains_tend_2],
      template: 'staff_45'
    },
    act: {
      means: m.checkins_means_sustains_act,
      helps: [m.checkins_helps_sustains_act_1, m.checkins_helps_sustains_act_2],
      template: 'peer_support'
    }
  },
  wears: {
    keep: {
      means: m.checkins_means_wears_keep,
      helps: [m.checkins_helps_wears_keep_1, m.checkins_helps_wears_keep_2],
      template: 'staff_60'
    },
    tend: {
      means: m.checkins_means_wears_tend,
      helps: [m.checkins_helps_wears_tend_1, m.checkins_helps_wears_tend_2],
      template: 'staff_45'
    },
    act: {
      means: m.checkins_means_wears_act,
      helps: [m.checkins_helps_wears_act_1, m.checkins_helps_wears_act_2],
      template: 'staff_45'
    }
  },
  stays: {
    keep: {
      means: m.checkins_means_stays_keep,
      helps: [m.checkins_helps_stays_keep_1, m.checkins_helps_stays_keep_2],
      template: 'staff_60'
    },
    tend: {
      means: m.checkins_means_stays_tend,
      helps: [m.checkins_helps_stays_tend_1, m.checkins_helps_stays_tend_2],
      template: 'staff_45'
    },
    act: {
      means: m.checkins_means_stays_act,
      helps: [m.checkins_helps_stays_act_1, m.checkins_helps_stays_act_2],
      template: 'peer_support'
    }
  }
};
/** For the scales of an organisation, whose subject we don't know. */
const any: Record<Stage, Help> = {
  keep: {
    means: m.checkins_means_any_keep,
    helps: [m.checkins_helps_any_keep_1, m.checkins_helps_any_keep_2],
    template: 'staff_45'
  },
  tend: {
    means: m.checkins_means_any_tend,
    helps: [m.checkins_helps_any_tend_1, m.checkins_helps_any_tend_2],
    template: 'staff_45'
  },
  act: {
    means: m.checkins_means_any_act,
    helps: [m.checkins_helps_any_act_1, m.checkins_helps_any_act_2],
    template: 'staff_45'
  }
};

/**
 * What a lead reads beside a level: the share, what it means, what helps now, and the circle that fits. Never who, and
 * nothing to find out who.
 */
export type LevelHelp = { stage: Stage; share: string; means: string; helps: string[]; template: TemplateKey };

/** `isOwn`: the scale is of our own check-in; other definitions get words that fit any. */
export function whatHelps(scale: string, level: Level, isOwn: boolean): LevelHelp {
  const stage = stageOf(level);
  const { means, helps, template } = ((isOwn && own[scale]) || any)[stage];
  return { stage, share: levelWord(level), means: means(), helps: helps.map((help) => help()), template };
}
