import { blocksOf, type TextBlock } from '../../library/markdown.ts';
import { linesOn, textSheets, type TextSheet } from '../../library/pack/sheets.ts';
import * as m from '../../paraglide/messages.js';
import type { Paper } from '../../ui/paper/paper.ts';
import type { Curriculum } from '../curriculum/schema.ts';
import type { TrainingDay } from '../delivery/training.ts';
import { clockWord, clockedDay } from '../timetable/clock.ts';
import type { Slot } from '../timetable/slot.ts';
import { stillParked, parkedOn, type DayNote } from './note.ts';
import { handoutsOf, materialsOf, sessionOf, sessionsBehind } from './plan.ts';

/** What a day's pack is made from. */
export interface DayPackSource {
  day: TrainingDay;
  /** Of this day, in order. */
  slots: readonly Slot[];
  curriculum: Curriculum | null;
  notes: readonly DayNote[];
  /** Who is expected. */
  names: readonly string[];
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
/** Lines without a name, for those who come unannounced. */
const blankNames = 4;

/** The sheets of a day: each part begins on one of its own. */
export function packSheets(source: DayPackSource, paper: Paper): DayPack {
  const { day, slots, curriculum, notes, names, isLast } = source;
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
    ...nameSheets(names, namesOn[paper]),
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
function plansOf({ day, slots, curriculum }: DayPackSource): TextBlock[] {
  const told = new Set<string>();
  return clockedDay(day, slots)
    .flatMap((half) => half.rows)
    .flatMap(({ slot, from, until }) => {
      const session = sessionOf(curriculum, slot);
      if (!session || told.has(session.key)) return [];
      told.add(session.key);
      const led = m.training_days_pack_leads({ trainers: inline(slot.trainers || session.trainers) });
      return [
        ...blocksOf(`# ${clockWord(from)}–${clockWord(until)} · ${inline(slot.title)}`, 3),
        ...blocksOf(`${session.aim}\n\n**${led}**`),
        ...blocksOf(session.plan, 4)
      ];
    });
}

/** What people typed, as words and not as Markdown. */
const inline = (typed: string): string => typed.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');

function nameSheets(names: readonly string[], onSheet: number): DaySheet[] {
  const rows = [...names, ...Array<null>(blankNames).fill(null)];
  return Array.from({ length: Math.ceil(rows.length / onSheet) }, (_, at) => ({
    kind: 'names',
    title: m.training_days_pack_attendance(),
    names: rows.slice(at * onSheet, (at + 1) * onSheet),
    goesOn: at > 0
  }));
}
