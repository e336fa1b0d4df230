import { toCsv } from '../../themes/csv.ts';
import * as m from '../../paraglide/messages.js';
import { halfName } from '../timetable/halfName.ts';
import { sameHalf } from './completion.ts';
import { noNote } from './note.ts';
import { noteWord, outcomeWord } from './noteWord.ts';
import { reachWord } from './reachWord.ts';
import type { Sheet } from './sheet.ts';

/** A line a person: how each half day stands, how many days count, and whether they have completed. Open-day places stand below the cohort. */
export function attendanceCsv({ expected, cohort, openDay }: Sheet): string {
  const head = [
    m.training_attendance_person(),
    m.training_attendance_csv_kind(),
    ...expected.map(({ day, half }) => m.training_attendance_csv_day({ day, half: halfName(half).toLowerCase() })),
    m.training_attendance_days(),
    m.training_attendance_status()
  ];
  const lines = cohort.map(({ name, stands }) => [
    name,
    m.training_attendance_csv_cohort(),
    ...stands.halves.map(outcomeWord),
    stands.daysCounted,
    reachWord(stands.reach)
  ]);
  const visitors = openDay.map(({ name, noted }) => [
    name,
    m.training_attendance_csv_open_day(),
    ...expected.map((half) => {
      const note = noted.find(sameHalf(half)) ?? noNote;
      return note.came === null ? '' : noteWord(note);
    }),
    '',
    ''
  ]);
  return toCsv([head, ...lines, ...visitors]);
}
