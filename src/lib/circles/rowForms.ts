import type { ZodError } from 'zod';
import { readRows } from './rows.ts';
import { maxGroups, nextGroupName } from './groupName.ts';

/** What a form of rows asks for. `rows` are those on screen after the pressed button, `wanted` has the new ones too. */
export interface SentRows<Row> {
  rows: Row[];
  wanted: Row[];
  known: string[];
  /** Sentences by field: `prompt-0`, `new-prompt`; one about the whole list as the message. */
  errorsOf: (error: ZodError) => { errors: Record<string, string>; message?: string };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

function errorsFor(rows: number) {
  return (error: ZodError) => {
    const errors: Record<string, string> = {};
    let message: string | undefined;
    for (const { path, message: sentence } of error.issues) {
      const [row, field] = path;
      if (typeof row !== 'number') message ??= sentence;
      else errors[row < rows ? `${String(field)}-${row}` : `new-${String(field)}`] ??= sentence;
    }
    return message === undefined ? { errors } : { errors, message };
  };
}

/** The questions form: rows, and one more when something was typed for it or its button was pressed. */
export function sentQuestions(form: FormData): SentRows<{ id: string; prompt: string; tableTitle: string }> {
  const { rows, known } = readRows(form, ['prompt', 'tableTitle']);
  const more = { id: '', prompt: text(form, 'new-prompt'), tableTitle: text(form, 'new-tableTitle') };
  const asked = form.has('add') || more.prompt !== '' || more.tableTitle !== '';
  return { rows, wanted: asked ? [...rows, more] : rows, known, errorsOf: errorsFor(rows.length) };
}

/** The groups form: rows, and as many new ones as asked for, named by counting on from the last. */
export function sentGroups(form: FormData): SentRows<{ id: string; name: string; recorder: string }> {
  const { rows, known } = readRows(form, ['name', 'recorder']);
  const first = text(form, 'new-name');
  const wanted = [...rows];
  if (form.has('add') || first !== '') {
    const typed = Number.parseInt(text(form, 'new-count'), 10);
    const count = form.has('add') && typed > 1 ? Math.min(typed, maxGroups + 1) : 1;
    for (let number = 0; number < count; number++) {
      const name = number === 0 && first !== '' ? first : nextGroupName(wanted.map((row) => row.name));
      wanted.push({ id: '', name, recorder: '' });
    }
  }
  return { rows, wanted, known, errorsOf: errorsFor(rows.length) };
}
