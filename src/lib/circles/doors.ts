import * as m from '../paraglide/messages.js';
import type { CircleState } from './state.ts';

/** A way from the circle's page to what can be done there now. */
export interface Door {
  href: string;
  label: string;
  what: string;
  /** The one most people came for. */
  main: boolean;
}

/**
 * What a circle's page offers, the most wanted first: before it the preparing, while it is open the running, afterwards
 * what came of it.
 */
export function doorsOf(
  circle: { id: string; state: CircleState },
  rights: { keeps: boolean; debriefs: boolean }
): Door[] {
  const { state } = circle;
  const at = (path: string) => `/circles/${circle.id}/${path}`;
  const door = (path: string, label: () => string, what: () => string, main = false): Door => ({
    href: at(path),
    label: label(),
    what: what(),
    main
  });
  const [run, runWhat] =
    state === 'planned'
      ? [m.circles_doors_run_planned, m.circles_doors_run_planned_what]
      : [m.circles_doors_run, m.circles_doors_run_what];
  const live = door(
    'live',
    rights.keeps ? run : m.circles_doors_follow,
    rights.keeps ? runWhat : m.circles_doors_follow_what,
    true
  );
  const ready = door('ready', m.circles_doors_ready, m.circles_doors_ready_what);
  const people = door('people', m.circles_doors_people, m.circles_doors_people_what);
  const pack = door('pack', m.circles_doors_pack, m.circles_doors_pack_what);
  const attendance = rights.keeps
    ? door('attendance', m.circles_doors_attendance, m.circles_doors_attendance_what)
    : door(
        'attendance',
        m.circles_doors_mine,
        state === 'planned' ? m.circles_doors_excuse_what : m.circles_doors_mine_what
      );
  const record = door('record', m.circles_doors_record, m.circles_doors_record_what);
  const debrief = rights.debriefs ? [door('debrief', m.circles_doors_debrief, m.circles_doors_debrief_what)] : [];
  const themes = door('themes', rights.keeps ? m.circles_coding : m.circles_doors_themes, m.circles_doors_themes_what);
  const report = door('report', m.circles_report, m.circles_doors_report_what);
  if (state === 'planned') return rights.keeps ? [live, ready, people, pack, attendance] : [attendance, people, pack];
  if (state === 'open') {
    return rights.keeps
      ? [live, attendance, record, ...debrief, themes, people, pack]
      : [live, ...debrief, people, pack];
  }
  // The report first for those who read it, the record first for those who write it.
  return rights.keeps
    ? [record, attendance, ...debrief, themes, report]
    : [{ ...report, main: true }, record, ...debrief, attendance, themes];
}
