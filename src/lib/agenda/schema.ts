import { z } from 'zod';
import * as m from '../paraglide/messages.js';
import { itemKinds, maxItems, maxMinutes, maxNotes, maxTitle, priorities } from './item.ts';

const minutes = z
  .int({ error: () => m.agenda_error_minutes({ max: maxMinutes }) })
  .min(1, { error: () => m.agenda_error_minutes({ max: maxMinutes }) })
  .max(maxMinutes, { error: () => m.agenda_error_minutes({ max: maxMinutes }) });

/** One agenda item as it may be stored. A minimum above the minutes is brought down to them. */
export const agendaItemSchema = z
  .object({
    id: z.uuid().or(z.literal('')),
    kind: z.enum(itemKinds),
    title: z
      .string()
      .trim()
      .min(1, { error: () => m.agenda_error_title() })
      .max(maxTitle, { error: () => m.agenda_error_title_long({ max: maxTitle }) }),
    notes: z
      .string()
      .trim()
      .max(maxNotes, { error: () => m.agenda_error_notes_long({ max: maxNotes }) }),
    minutes,
    minMinutes: minutes,
    priority: z.literal(priorities)
  })
  .transform((item) => ({ ...item, minMinutes: Math.min(item.minMinutes, item.minutes) }));

/** A whole agenda: opening first, closing last, one of each, at most 40 items. */
export const agendaSchema = z
  .array(agendaItemSchema)
  .max(maxItems, { error: () => m.agenda_error_many({ max: maxItems }) })
  .refine(
    (items) =>
      items.length >= 2 &&
      items.every((item, index) => (item.kind === 'opening') === (index === 0)) &&
      items.every((item, index) => (item.kind === 'closing') === (index === items.length - 1)),
    { error: () => m.agenda_error_frame() }
  );

/** Sentences for a refused agenda: by row and field, and one for the whole. */
export interface AgendaProblems {
  rows: Record<number, Partial<Record<'title' | 'notes' | 'minutes' | 'minMinutes', string>>>;
  whole: string | null;
}

/** Sorts zod's issues by row and field, keeping the first sentence for each. */
export function agendaProblems(error: z.ZodError): AgendaProblems {
  const problems: AgendaProblems = { rows: {}, whole: null };
  for (const issue of error.issues) {
    const [row, field] = issue.path;
    if (typeof row === 'number' && typeof field === 'string') {
      const of = (problems.rows[row] ??= {});
      of[field as keyof typeof of] ??= issue.message;
    } else problems.whole ??= issue.message;
  }
  return problems;
}
