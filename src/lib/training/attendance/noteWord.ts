import * as m from '../../paraglide/messages.js';
import type { HalfStanding } from './completion.ts';
import type { Note } from './note.ts';

/** "Here", "Here, 10 min late", "Not here", "Not noted". */
export function noteWord({ came, lateMinutes, leftMinutes }: Note): string {
  if (came === null) return m.training_attendance_not_noted();
  if (!came) return m.training_attendance_absent();
  const late = lateMinutes > 0 ? [m.training_attendance_late_by({ minutes: lateMinutes })] : [];
  const left = leftMinutes > 0 ? [m.training_attendance_left_by({ minutes: leftMinutes })] : [];
  return [m.training_attendance_here(), ...late, ...left].join(', ');
}

/** How a half day stands, in a word: "Here, 12 min missed", "Cut short, 45 min missed", "Made up". */
export function outcomeWord({ outcome, missedMinutes }: HalfStanding): string {
  const word = {
    here: m.training_attendance_here,
    made_up: m.training_attendance_made_up,
    short: m.training_attendance_short,
    absent: m.training_attendance_absent,
    not_noted: m.training_attendance_not_noted
  }[outcome]();
  return missedMinutes > 0 ? m.training_attendance_missed_of({ word, minutes: missedMinutes }) : word;
}

/** A sign for it that is told apart without colour; its word stands with it for screen readers and in the legend. */
export const outcomeSign = ({ outcome, missedMinutes }: Pick<HalfStanding, 'outcome' | 'missedMinutes'>): string =>
  outcome === 'here' && missedMinutes > 0
    ? `✓ ${missedMinutes}′`
    : { here: '✓', made_up: '↺', short: `◐ ${missedMinutes}′`, absent: '✕', not_noted: '·' }[outcome];
