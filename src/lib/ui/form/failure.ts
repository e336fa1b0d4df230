import type { ZodError } from 'zod';

/** What a form action gives back when it could not do its work: `fail(400, failure)`. */
export interface FormFailure {
  /** What was typed, by field name, so that it can be shown again. Never passwords. */
  values: Record<string, string>;
  /** A sentence per field name. */
  errors: Record<string, string>;
  /** A sentence about the whole form. */
  message?: string;
}

/** First complaint of each field, keyed by its path ("starts_at", "questions.2.text"); the whole form's under "". */
export function fieldErrors(error: ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.join('.')] ??= issue.message;
  return errors;
}

/** Text fields of a form as it was sent; files and the fields named in `secret` are left out. */
export function typedValues(data: FormData, secret: readonly string[] = ['password']): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of data) if (typeof value === 'string' && !secret.includes(name)) values[name] = value;
  return values;
}
