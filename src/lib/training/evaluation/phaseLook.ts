import * as m from '../../paraglide/messages.js';
import type { Phase } from './evaluation.ts';

/** The word of a phase, and the kind of badge it stands in. */
export function phaseLook(phase: Phase): { kind: 'plain' | 'good' | 'calm'; word: string } {
  return {
    paper: { kind: 'plain' as const, word: m.training_evaluation_phase_paper() },
    planned: { kind: 'plain' as const, word: m.training_evaluation_phase_planned() },
    open: { kind: 'good' as const, word: m.training_evaluation_phase_open() },
    counting: { kind: 'plain' as const, word: m.training_evaluation_phase_counting() },
    published: { kind: 'calm' as const, word: m.training_evaluation_phase_published() }
  }[phase];
}
