import type { z } from 'zod';
import * as m from '../paraglide/messages.js';
import type { CopiedKind } from './copy.ts';
import type { DocumentOf, LibraryDocument } from './schema.ts';

/** A field of the form that changes a copy. `name` is the path of the part in the document, with dots. */
export interface CopyField {
  name: string;
  label: () => string;
  shape: 'line' | 'text' | 'number';
}

const line = (name: string, label: () => string): CopyField => ({ name, label, shape: 'line' });
const text = (name: string, label: () => string): CopyField => ({ name, label, shape: 'text' });
const number = (name: string, label: () => string): CopyField => ({ name, label, shape: 'number' });

const head = [line('title', m.library_field_title), line('summary', m.library_field_summary)];

/** What can be changed in a copy, in the order it is read. Steps and agendas have fields of their own. */
export const copyFields: Record<CopiedKind, readonly CopyField[]> = {
  practice: [...head, text('purpose', m.library_field_purpose), text('notWhen', m.library_field_not_when)],
  scenario: [
    ...head,
    number('minutes', m.library_field_minutes),
    line('contentNote', m.library_field_content_note),
    text('situation', m.library_field_situation),
    line('questions.notice', m.library_field_notice),
    line('questions.understand', m.library_field_understand),
    line('questions.wish', m.library_field_wish),
    line('questions.discern', m.library_field_discern),
    line('questions.act', m.library_field_act),
    text('facilitator', m.library_field_facilitator),
    text('stepOut', m.library_field_step_out)
  ],
  section: [
    ...head,
    text('introduction', m.library_field_introduction),
    text('activity', m.library_field_activity),
    line('video.title', m.library_field_video_title),
    line('video.by', m.library_field_video_by),
    line('video.address', m.library_field_video_address),
    number('video.minutes', m.library_field_video_minutes),
    line('video.about', m.library_field_video_about)
  ],
  handout: [...head, text('text', m.library_field_text)]
};

/** The words for a part of a document, wherever parts are named. */
export const partName = (kind: CopiedKind, part: string): string =>
  copyFields[kind].find(({ name }) => name === part)?.label() ?? (others[part] ?? m.library_part_other)();

const others: Record<string, () => string> = {
  steps: m.library_field_steps,
  minutes: m.library_field_minutes,
  agendas: m.library_field_agendas,
  questions: m.library_part_questions,
  video: m.library_part_video
};

/** What a field holds in a document, as text. */
export const fieldValue = (some: LibraryDocument, name: string): string =>
  String(name.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], some) ?? '');

/** More rows than there are steps, so that steps can be added without scripts. */
export const stepRows = ({ steps }: Pick<DocumentOf<'practice'>, 'steps'>) => [
  ...steps.map(({ text, seconds }) => ({ text, seconds: String(seconds) })),
  ...Array.from({ length: Math.min(3, 24 - steps.length) }, () => ({ text: '', seconds: '' }))
];

const typed = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
};
const whole = (value: string) => (/^\s*\d{1,4}\s*$/.test(value) ? Number(value) : Number.NaN);

/** The document as it was typed over a copy: a candidate for `documentSchema`. Steps without words are left out. */
export function readCopyForm(before: LibraryDocument, form: FormData): unknown {
  const candidate = structuredClone(before) as Record<string, unknown>;
  for (const { name, shape } of before.kind === 'visual' ? [] : copyFields[before.kind]) {
    const path = name.split('.');
    const last = path.pop() ?? name;
    const holder = path.reduce((inner, key) => inner[key] as Record<string, unknown>, candidate);
    holder[last] = shape === 'number' ? whole(typed(form, name)) : typed(form, name);
  }
  if (before.kind === 'practice') {
    candidate.minutes = whole(typed(form, 'minutes'));
    candidate.steps = Array.from({ length: 24 }, (_, at) => at)
      .filter((at) => typed(form, `steps.${at}.text`).trim() !== '')
      .map((at) => ({ text: typed(form, `steps.${at}.text`), seconds: whole(typed(form, `steps.${at}.seconds`)) }));
  }
  return candidate;
}

/** Why a candidate is no document: a sentence for each field, by its name. */
export function copyProblems(error: z.ZodError): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) problems[issue.path.join('.')] ??= problemOf(issue);
  return problems;
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_big' && issue.origin === 'string')
    return m.library_problem_long({ most: Number(issue.maximum) });
  if (issue.code === 'too_small' && issue.origin === 'string') return m.library_problem_empty();
  if (issue.code === 'invalid_format') return m.library_problem_address();
  if (issue.path[0] === 'steps') return m.library_problem_steps();
  return m.library_problem_number();
}
