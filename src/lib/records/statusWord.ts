import * as m from '../paraglide/messages.js';
import type { AttendanceStatus } from './attendance.ts';

const words: Record<AttendanceStatus | '', () => string> = {
  '': m.records_status_none,
  present: m.records_status_present,
  late: m.records_status_late,
  apology: m.records_status_apology,
  declined: m.records_status_declined,
  made_up: m.records_status_made_up
};

/** How somebody was, as people read it; empty: nothing is noted. */
export const statusWord = (status: AttendanceStatus | ''): string => words[status]();

const excused: Record<string, () => string> = {
  apology: m.records_own_done_apology,
  declined: m.records_own_done_declined,
  back: m.records_own_done_back
};

/** What is said once somebody excused themselves, or took it back. */
export const excusedWord = (as: string): string => excused[as]?.() ?? '';
