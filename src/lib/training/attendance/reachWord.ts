import * as m from '../../paraglide/messages.js';
import type { Reach } from './completion.ts';

/** "Completed", "Not yet", "Needs a make-up", "No". */
export const reachWord = (reach: Reach): string =>
  ({
    completed: m.training_attendance_reach_completed,
    open: m.training_attendance_reach_open,
    make_up: m.training_attendance_reach_make_up,
    out: m.training_attendance_reach_out
  })[reach]();
