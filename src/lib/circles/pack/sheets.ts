import type { AgendaItem } from '../../agenda/item.ts';
import type { CircleGroup, CircleQuestion } from '../questions.ts';

/** What a pack is made from. */
export interface PackSource {
  agenda: readonly AgendaItem[];
  /** Whether the team has an agreement to read back. */
  agreed: boolean;
  questions: readonly CircleQuestion[];
  groups: readonly CircleGroup[];
  /** Leads and facilitators get the attendance list and the note on how people are: neither is for everybody's printer. */
  keeps: boolean;
}

/** A sheet of the pack. `group` is null where nobody sits in groups. */
export type Sheet =
  | { kind: 'cover' | 'agenda' | 'agreements' | 'round' | 'attendance' | 'record' | 'wellbeing' | 'poster' }
  | { kind: 'question'; question: CircleQuestion; group: CircleGroup | null }
  | { kind: 'questions'; questions: CircleQuestion[] }
  | { kind: 'scenario'; item: AgendaItem; group: CircleGroup | null }
  | { kind: 'practice'; item: AgendaItem };

/**
 * The sheets a circle needs, in the order they are used: one to write on for each question and group, for each scenario
 * and group, one for each practice. One group is the whole circle and gets no name of its own on paper; it writes on
 * several questions a sheet where there are more than two, or more than one beside a scenario.
 */
export function sheetsFor({ agenda, agreed, questions, groups, keeps }: PackSource): Sheet[] {
  const tables = groups.length > 1 ? groups : [null];
  const items = (kind: AgendaItem['kind']) => agenda.filter((item) => item.kind === kind);
  const plain = (kind: 'agenda' | 'agreements' | 'attendance' | 'wellbeing', needed: boolean): Sheet[] =>
    needed ? [{ kind }] : [];
  return [
    { kind: 'cover' },
    ...plain('agenda', agenda.length > 0),
    ...plain('agreements', agreed),
    { kind: 'round' },
    ...items('practice').map((item): Sheet => ({ kind: 'practice', item })),
    ...items('scenario').flatMap((item) => tables.map((group): Sheet => ({ kind: 'scenario', item, group }))),
    ...(tables.length === 1 && questions.length > (items('scenario').length > 0 ? 1 : 2)
      ? together(questions).map((some): Sheet => ({ kind: 'questions', questions: some }))
      : questions.flatMap((question) => tables.map((group): Sheet => ({ kind: 'question', question, group })))),
    ...plain('attendance', keeps),
    { kind: 'record' },
    // On a sheet of its own: the record lies about and is read by everybody.
    ...plain('wellbeing', keeps),
    { kind: 'poster' }
  ];
}

/** The agenda as its sheet prints it: a story stands on a sheet of its own and is not told a second time. */
export const agendaOnPaper = (agenda: readonly AgendaItem[]): AgendaItem[] =>
  agenda.map((item) => (item.kind === 'scenario' ? { ...item, notes: '' } : item));

/** A prompt of more characters takes so much of a sheet that three of them would leave no room to write. */
const longPrompt = 200;

/** Questions that share a sheet: three at most, two where a prompt is long, as evenly as it goes, so that none is left alone. */
function together(questions: readonly CircleQuestion[]): CircleQuestion[][] {
  const most = questions.some(({ prompt }) => prompt.length > longPrompt) ? 2 : 3;
  const sheets = Math.ceil(questions.length / most);
  const from = (sheet: number) => Math.ceil((sheet * questions.length) / sheets);
  return Array.from({ length: sheets }, (_, sheet) => questions.slice(from(sheet), from(sheet + 1)));
}

/**
 * How a story stands on its sheet: with lines below, alone where it leaves too little room for them, or small where it
 * would run over. Characters are counted for the shorter paper; a line break costs most of a line.
 */
export function roomFor(story: string): 'lines' | 'alone' | 'small' {
  const breaks = story.split('\n').length - 1;
  const length = story.length + breaks * 70;
  return length <= 2000 ? 'lines' : length <= 2700 ? 'alone' : 'small';
}

/** Titles of the parts in which the talking piece goes round, as columns of the round sheet; three fit on paper. */
export function roundsOf(agenda: readonly AgendaItem[]): string[] {
  return agenda
    .filter(({ kind }) => kind === 'check_in' || kind === 'round' || kind === 'closing')
    .map(({ title }) => title)
    .slice(0, 3);
}
