import { maxNotes, type AgendaItem } from '../agenda/item.ts';
import * as m from '../paraglide/messages.js';
import { questionSteps, type LibraryDocument, type Practice, type Scenario } from './schema.ts';

/** What a text of the library becomes in a circle: a part of its agenda, and questions of the circle. */
export interface InCircle {
  item: AgendaItem;
  questions: { prompt: string; tableTitle: string }[];
}

/** How much shorter than planned a scenario may be told and talked about before it is better left out. */
const least = 2 / 3;

/** A practice as a part of an agenda, its steps a line each: so the pack prints them, large, to be read aloud. */
export function practiceInCircle({ title, minutes, steps }: Practice): InCircle {
  const lines = steps.map(({ text }) => `- ${text}`);
  const note = [...lines, `- ${m.library_use_practice_free()}`].join('\n');
  return {
    item: { id: '', kind: 'practice', title, notes: fitting([note]), minutes, minMinutes: minutes, priority: 5 },
    questions: []
  };
}

/** A scenario as a part of an agenda, its content note first; its questions become the circle's, in their order. */
export function scenarioInCircle({ title, minutes, contentNote, situation, stepOut, questions }: Scenario): InCircle {
  const notes = fitting([m.library_use_content_note({ note: contentNote }), situation, stepOut]);
  return {
    item: { id: '', kind: 'scenario', title, notes, minutes, minMinutes: Math.round(minutes * least), priority: 5 },
    questions: questionSteps.map((step) => ({ prompt: questions[step], tableTitle: '' }))
  };
}

/** As many of these paragraphs as a note of the agenda holds, from the first. */
function fitting(paragraphs: readonly string[]): string {
  let note = '';
  for (const paragraph of paragraphs) {
    const longer = note ? `${note}\n\n${paragraph}` : paragraph;
    if (longer.length > maxNotes) break;
    note = longer;
  }
  return note;
}

/** What a text becomes in a circle; null for kinds that are read and printed only. */
export function partOfCircle(some: LibraryDocument): InCircle | null {
  if (some.kind === 'practice') return practiceInCircle(some);
  return some.kind === 'scenario' ? scenarioInCircle(some) : null;
}
