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
  | { kind: 'scenario'; item: AgendaItem; group: CircleGroup | null }
  | { kind: 'practice'; item: AgendaItem };

/**
 * The sheets a circle needs, in the order they are used: one to write on for each question and group, for each scenario
 * and group, one for each practice. One group is the whole circle and gets no name of its own on paper.
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
    ...questions.flatMap((question) => tables.map((group): Sheet => ({ kind: 'question', question, group }))),
    ...plain('attendance', keeps),
    { kind: 'record' },
    // On a sheet of its own: the record lies about and is read by everybody.
    ...plain('wellbeing', keeps),
    { kind: 'poster' }
  ];
}

/** Titles of the parts in which the talking piece goes round, as columns of the round sheet; three fit on paper. */
export function roundsOf(agenda: readonly AgendaItem[]): string[] {
  return agenda
    .filter(({ kind }) => kind === 'check_in' || kind === 'round' || kind === 'closing')
    .map(({ title }) => title)
    .slice(0, 3);
}
