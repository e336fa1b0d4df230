import { blocksOf, type TextBlock } from '../../library/markdown.ts';
import { linesOn, textSheets, type TextSheet } from '../../library/pack/sheets.ts';
import * as m from '../../paraglide/messages.js';
import type { Paper } from '../../ui/paper/paper.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { TrainingDay } from '../delivery/training.ts';
import { clockWord, clockedDay } from '../timetable/clock.ts';
import type { Slot } from '../timetable/slot.ts';
import { stillParked, parkedOn, type DayNote } from './note.ts';
import { handoutsOf, materialsOf, minutesChanged, sessionOf, sessionsBehind } from './plan.ts';

/** What a day's pack is made from. */
export interface DayPackSource {
  day: TrainingDay;
  /** Of this day, in order. */
  slots: readonly Slot[];
  /** Of the whole training. */
  timetable: readonly Slot[];
  curriculum: Curriculum | null;
  notes: readonly DayNote[];
  /** Who is expected. */
  names: readonly string[];
  /** How many more may come to an open day without having signed up. */
  unannounced: number;
  /** The evaluation form goes with the last day. */
  isLast: boolean;
}

/** A sheet of paper. A null name is a line to write one on. */
export type DaySheet =
  | TextSheet
  | { kind: 'timetable'; title: string; halves: (1 | 2)[]; goesOn: boolean }
  | { kind: 'names'; title: string; names: (string | null)[]; goesOn: boolean }
  | { kind: 'parked'; title: string; texts: string[]; goesOn: false }
  | { kind: 'evaluation'; title: string; goesOn: false };

export interface DayPack {
  /** The sheets after the cover, which is page 1. */
  sheets: DaySheet[];
  contents: { title: string; page: number }[];
}

/** Rows of the timetable that fit a sheet with both halves' heads; a fuller day has a sheet for each half. */
const timetableRows = 16;
/** Names that fit a sheet, at 9 mm each under the head. */
const namesOn: Record<Paper, number> = { a4: 22, letter: 20 };
/** Lines without a name on a day of the cohort; an open day has a sheet of them at least. */
const blankNames = 4;

/** The sheets of a day: each part begins on one of its own. */
export function packSheets(source: DayPackSource, paper: Paper): DayPack {
  const { day, slots, curriculum, notes, names, unannounced, isLast } = source;
  const lines = linesOn[paper];
  const sessions = sessionsBehind(curriculum, slots);
  const text = (title: string, blocks: TextBlock[]) =>
    blocks.length === 0 ? [] : textSheets(title, '', blocks, lines);
  const materials = materialsOf(sessions).map((thing) => `- [ ] ${thing.what} (${thing.for.join(' · ')})`);
  const sheets: DaySheet[] = [
    ...timetableSheets(slots.length),
    ...text(m.training_days_materials(), blocksOf(materials.join('\n'))),
    ...text(m.training_days_pack_plans(), plansOf(source)),
    ...handoutsOf(curriculum, sessions).flatMap((handout) => text(handout.title, blocksOf(handout.text))),
    ...nameSheets(names, day.audience === 'open' ? Math.max(unannounced, namesOn[paper]) : blankNames, namesOn[paper]),
    {
      kind: 'parked',
      title: m.training_days_pack_parked(),
      texts: [...stillParked(notes, day.day), ...parkedOn(notes, day.day).filter(({ settled }) => !settled)].map(
        (note) => note.text
      ),
      goesOn: false
    },
    ...(isLast
      ? [{ kind: 'evaluation' as const, title: m.training_days_pack_evaluation(), goesOn: false as const }]
      : [])
  ];
  const contents = sheets.flatMap(({ title, goesOn }, at) => (goesOn ? [] : [{ title, page: at + 2 }]));
  return { sheets, contents };
}

function timetableSheets(rows: number): DaySheet[] {
  const title = m.training_days_pack_timetable();
  if (rows <= timetableRows) return [{ kind: 'timetable', title, halves: [1, 2], goesOn: false }];
  return ([1, 2] as const).map((half) => ({ kind: 'timetable', title, halves: [half], goesOn: half === 2 }));
}

/** The plans of the day one after the other, each under its clock time. A session that was split has its plan once. */
function plansOf({ day, slots, timetable, curriculum }: DayPackSource): TextBlock[] {
  const told = new Set<string>();
  return clockedDay(day, slots)
    .flatMap((half) => half.rows)
    .flatMap(({ slot, from, until }) => {
      const session = sessionOf(curriculum, slot);
      if (!session || told.has(session.key)) return [];
      told.add(session.key);
      const changed = minutesChanged(session, timetable);
      const led = m.training_days_pack_leads({ trainers: inline(slot.trainers || session.trainers) });
      return [
        ...blocksOf(`# ${clockWord(from)}–${clockWord(until)} · ${inline(slot.title)}`, 3),
        ...blocksOf(
          [session.aim, `**${led}**`, changed && m.training_days_minutes_changed(changed)].filter(Boolean).join('\n\n')
        ),
        ...blocksOf(session.plan, 4)
      ];
    });
}

/** What people typed, as words and not as Markdown. */
const inline = (typed: string): string => typed.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

/** With at least so many blank lines, and more to the foot of the last sheet. */
function nameSheets(names: readonly string[], blank: number, onSheet: number): DaySheet[] {
  const count = Math.ceil((names.length + blank) / onSheet);
  const rows = [...names, ...Array<null>(count * onSheet - names.length).fill(null)];
  return Array.from({ length: count }, (_, at) => ({
    kind: 'names',
    title: m.training_days_pack_attendance(),
    names: rows.slice(at * onSheet, (at + 1) * onSheet),
    goesOn: at > 0
  }));
}
