import * as m from '../../paraglide/messages.js';
import { blocksOf, type TextBlock } from '../markdown.ts';
import { questionSteps, type Handout, type Practice, type Scenario, type Section, type Visual } from '../schema.ts';
import type { Paper } from '../../ui/paper/paper.ts';
import { runningFrom } from '../runningStart.ts';
import { stepWord } from '../words.ts';

/** Everything a section's pack is made from. */
export interface PackSource {
  section: Section;
  scenarios: readonly Scenario[];
  practice: Practice;
  visual: Visual;
  handouts: readonly Handout[];
}

/** An agenda, or as much of it as a sheet holds: it runs on from `startsAt`. */
export interface AgendaPart {
  items: Section['agendas'][number]['items'];
  startsAt: string;
}

/** A sheet of paper. `goesOn`: it continues the sheet before, under the same title. */
export type SectionSheet =
  | { kind: 'text'; title: string; aside: string; html: string; goesOn: boolean; lines: boolean }
  | { kind: 'agenda'; title: string; aside: string; items: AgendaPart['items']; startsAt: string; goesOn: boolean }
  | { kind: 'visual'; title: string };

export interface SectionPack {
  /** The sheets after the cover, which is page 1. */
  sheets: SectionSheet[];
  contents: { title: string; what: string; page: number }[];
}

/** Lines of small print that a sheet takes under its head. The fullest shipped sheet takes 0.95 of its room, in a wide type. */
export const linesOn: Record<Paper, number> = { a4: 47, letter: 44 };
/** The same for an agenda, in millimetres, with what an item takes: itself, and a line of its notes and their letters. */
const agendaRoom = 212;
const agendaItem = { height: 9.5, noteLine: 4.7, noteLetters: 84 };

/**
 * The sheets of a section. Every part begins on a sheet of its own, and what it takes is guessed from above, so that a
 * sheet is a page of its paper, and the page numbers in the contents are true (tests/e2e/libraryPaper.test.ts
 * prints them all).
 */
export function sheetsOf({ section, scenarios, practice, visual, handouts }: PackSource, paper: Paper): SectionPack {
  const lines = linesOn[paper];
  const { introduction, activity, video } = section;
  const parts: [what: string, sheets: SectionSheet[]][] = [
    ['', textSheets(m.library_section_introduction(), '', blocksOf(introduction), lines)],
    ['', textSheets(m.library_section_activity(), '', blocksOf(activity), lines)],
    ...scenarios.map((each): [string, SectionSheet[]] => [
      m.library_kind_scenario(),
      textSheets(each.title, minutes(each.minutes), scenarioBlocks(each), lines)
    ]),
    [m.library_kind_practice(), textSheets(practice.title, minutes(practice.minutes), practiceBlocks(practice), lines)],
    ...section.agendas.map((each): [string, SectionSheet[]] => [m.library_kind_agenda(), agendaSheets(each)]),
    ['', textSheets(m.library_section_video(), minutes(video.minutes), videoBlocks(section), lines, true)],
    [m.library_kind_visual(), [{ kind: 'visual', title: visual.title }]],
    ...handouts.map((each): [string, SectionSheet[]] => [
      m.library_kind_handout(),
      textSheets(each.title, '', blocksOf(each.text), lines)
    ])
  ];
  let page = 2;
  const contents = parts.map(([what, sheets]) => {
    const entry = { title: sheets[0]!.title, what, page };
    page += sheets.length;
    return entry;
  });
  return { sheets: parts.flatMap(([, sheets]) => sheets), contents };
}

const minutes = (count: number) => m.library_minutes({ count });

function scenarioBlocks({ contentNote, situation, questions, facilitator, stepOut }: Scenario): TextBlock[] {
  const asked = questionSteps.map((step) => `1. **${stepWord(step)}** – ${questions[step]}`).join('\n');
  return [
    ...blocksOf(`> **${m.library_scenario_note()}** ${contentNote}`),
    ...part(m.library_scenario_situation(), situation),
    ...part(m.library_scenario_questions(), asked),
    ...part(m.library_scenario_step_out(), stepOut),
    ...part(m.library_scenario_facilitator(), facilitator)
  ];
}

function practiceBlocks({ purpose, notWhen, steps }: Practice): TextBlock[] {
  return [
    ...part(m.library_practice_purpose(), purpose),
    ...part(m.library_practice_not_when(), notWhen),
    ...part(m.library_practice_steps(), steps.map(({ text }) => `1. ${text}`).join('\n'))
  ];
}

function videoBlocks({ video }: Section): TextBlock[] {
  return blocksOf(
    `**${video.title}**, ${video.by}\n\n${video.about}\n\n${video.address}\n\n${m.library_video_paper()}`
  );
}

const part = (title: string, text: string) => [...blocksOf(`## ${title}`, 3), ...blocksOf(text, 4)];

/** An agenda on one sheet where it fits; the closing never stands on a sheet by itself. */
function agendaSheets({ title, minutes: count, items }: Section['agendas'][number]): SectionSheet[] {
  const linesOf = (notes: string) =>
    notes.split('\n').reduce((all, line) => all + Math.max(1, Math.ceil(line.length / agendaItem.noteLetters)), 0);
  const heights = items.map(({ notes }) => agendaItem.height + linesOf(notes) * agendaItem.noteLine);
  const sum = (some: number[]) => some.reduce((a, b) => a + b, 0);
  const cuts = [0];
  for (const at of items.keys()) {
    if (sum(heights.slice(cuts.at(-1), at + 1)) > agendaRoom) cuts.push(Math.min(at, items.length - 2));
  }
  return cuts.map((from, at) => ({
    kind: 'agenda',
    title,
    aside: minutes(count),
    items: items.slice(from, cuts[at + 1]),
    startsAt: runningFrom(sum(items.slice(0, from).map((item) => item.minutes))),
    goesOn: at > 0
  }));
}

/** A sheet of text, or as much of it as a sheet holds. */
export type TextSheet = Extract<SectionSheet, { kind: 'text' }>;

/** Fills sheets one after the other; a heading is never the last on its sheet. */
export function textSheets(
  title: string,
  aside: string,
  blocks: TextBlock[],
  sheetLines: number,
  lines = false
): TextSheet[] {
  const sheets: TextBlock[][] = [[]];
  let room = sheetLines;
  for (const [at, block] of blocks.entries()) {
    const needed = block.lines + (block.isHeading ? (blocks[at + 1]?.lines ?? 0) : 0);
    if (needed > room && sheets.at(-1)!.length > 0) {
      sheets.push([]);
      room = sheetLines;
    }
    sheets.at(-1)!.push(block);
    room -= block.lines;
  }
  return sheets.map((some, at) => ({
    kind: 'text',
    title,
    aside,
    html: some.map(({ html }) => html).join(''),
    goesOn: at > 0,
    lines
  }));
}
