import type { AgendaItem } from '../agenda/item.ts';
import type { CircleTemplate } from '../circles/circleTemplate.ts';
import { practiceInCircle, scenarioInCircle, type InCircle } from './inCircle.ts';
import type { Practice, Scenario, Section } from './schema.ts';

/** The key of a section's agenda among the templates a circle can be planned from; the agendas count from 0. */
export const templateKey = ({ slug }: Pick<Section, 'slug'>, agenda: number) => `section.${slug}.${agenda}`;

/** The texts a section's agendas lead to; null where one is not there. */
export interface SectionTexts {
  scenario: Scenario | null;
  practice: Practice | null;
}

/**
 * The agendas of a section as templates of circles, by key. Their practice and their scenario are told in full, so that
 * they stand in the pack; the scenario's questions become the circle's.
 */
export function sectionTemplates(section: Section, texts: SectionTexts): Record<string, CircleTemplate> {
  const told: Partial<Record<string, InCircle>> = {
    ...(texts.practice && { practice: practiceInCircle(texts.practice) }),
    ...(texts.scenario && { scenario: scenarioInCircle(texts.scenario) })
  };
  const templates = section.agendas.map(({ title, minutes, items }, at): [string, CircleTemplate] => [
    templateKey(section, at),
    {
      kind: section.order === 1 ? 'introduction' : 'staff',
      title,
      summary: section.summary,
      minutes,
      items: items.map((item) => ({ ...item, notes: told[item.kind]?.item.notes ?? item.notes })),
      questions: items.some(({ kind }) => kind === 'scenario') ? (told.scenario?.questions ?? []) : [],
      groups: ['Whole circle']
    }
  ]);
  return Object.fromEntries(templates);
}

/** The section with other items in one of its agendas, which keeps the minutes it is meant for. */
export function withAgenda(section: Section, at: number, items: readonly AgendaItem[]): Section {
  const own = items.map(({ kind, title, notes, minutes, minMinutes, priority }) => ({
    kind,
    title,
    notes,
    minutes,
    minMinutes,
    priority
  }));
  return { ...section, agendas: section.agendas.map((agenda, n) => (n === at ? { ...agenda, items: own } : agenda)) };
}
