import type { Unnamed } from './attendance.ts';
import type { CircleRecord, CountedPart } from './record.ts';
import { actionSchema, recordSchema, type TypedAction, type TypedRecord } from './schema.ts';

/** Rows for new actions in the form of a record; more are added from the list. */
export const newActionRows = 3;

export interface SentRecord {
  record: TypedRecord;
  actions: (TypedAction & { key: string })[];
  /** The figures the form was opened with. */
  unnamedWas: Unnamed;
}

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Reads the form of a record; `errors` are sentences by field, and there is nothing else when there are any. */
export function readRecordForm(
  form: FormData
): { sent: SentRecord; errors: null } | { sent: null; errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const record = recordSchema.safeParse(Object.fromEntries(form));
  for (const { path, message } of record.error?.issues ?? []) errors[String(path[0] ?? '')] ??= message;
  const actions: SentRecord['actions'] = [];
  for (let row = 0; row < newActionRows; row++) {
    const typed = {
      text: field(form, `action-text-${row}`),
      owner: field(form, `action-owner-${row}`),
      dueOn: field(form, `action-due-${row}`)
    };
    if (Object.values(typed).every((text) => text.trim() === '')) continue;
    const action = actionSchema.safeParse(typed);
    const key = field(form, `action-key-${row}`);
    if (action.success) actions.push({ ...action.data, key });
    for (const { path, message } of action.error?.issues ?? []) {
      errors[`action-${path[0] === 'dueOn' ? 'due' : String(path[0])}-${row}`] ??= message;
    }
  }
  if (!record.success || Object.keys(errors).length > 0) return { sent: null, errors };
  const was = (name: string) => Number(field(form, `was-${name}`)) || 0;
  const unnamedWas = { present: was('present'), apologies: was('apologies'), declined: was('declined') };
  return { sent: { record: record.data, actions, unnamedWas }, errors: null };
}

/** A record as the form's own words. */
export function formOf(record: CircleRecord): Record<string, string> {
  const inAll = (part: CountedPart) => String(record[part].counted ?? '');
  return {
    topic: record.topic,
    wellbeingNote: record.wellbeingNote ?? '',
    comments: record.comments.lines.join('\n'),
    commentsInAll: inAll('comments'),
    outcomes: record.outcomes.lines.join('\n'),
    outcomesInAll: inAll('outcomes'),
    suggestions: record.suggestions.lines.join('\n'),
    suggestionsInAll: inAll('suggestions')
  };
}
