import type { AgendaItem } from '../agenda/item.ts';
import { evenCuts, makeCuts } from '../agenda/total.ts';
import { templates, type TemplateKey } from './template.ts';

/**
 * The template's agenda for a circle of this many minutes: shared shortening when it is shorter than the template, as it
 * stands (with time left over) when it is longer.
 */
export function plannedItems(key: TemplateKey, minutes: number): AgendaItem[] {
  const items = templates[key].items.map((item) => ({ ...item, id: '' }));
  return [...makeCuts(items, evenCuts(items, minutes).cuts)];
}

/** Days a circle was held on (`YYYY-MM-DD`), from its opening to its closing; at most a week, so that a forgotten circle stays honest. */
export function heldDays(opened: string, closed: string): string[] {
  const days: string[] = [];
  const day = new Date(`${opened}T12:00:00Z`);
  while (days.length < 7 && day.toISOString().slice(0, 10) <= closed) {
    days.push(day.toISOString().slice(0, 10));
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return days.length > 0 ? days : [opened];
}
