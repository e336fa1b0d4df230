import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';
import { orFormMessage } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { fieldErrors, typedValues, type FormFailure } from '$lib/ui/form/failure';
import type { Curriculum } from '../schema.ts';
import { changeDraft } from './draft.ts';

interface DraftEvent {
  request: Request;
  locals: { supabase: Supabase };
  params: { organisation: string; version: string };
}

/** The address of the draft that an event is about. */
export const draftAddress = ({ params }: Pick<DraftEvent, 'params'>): string =>
  `/curricula/${params.organisation}/${params.version}`;

/** What a form sent. Several handouts become one value with blanks between them. */
export async function sentBy(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  const values = typedValues(form);
  return form.has('handouts') ? { ...values, handouts: form.getAll('handouts').join(' ') } : values;
}

/**
 * A form that changes the draft: what it sent is checked, the change is saved, and the browser goes on.
 * @param which names the form, where a page has several
 * @param change gives the changed document, and where to go on from the draft's address
 */
export async function draftAction<W extends string, T>(
  event: DraftEvent,
  which: W,
  schema: z.ZodType<T>,
  change: (before: Curriculum, sent: T) => { document: Curriculum; on: string }
): Promise<ActionFailure<FormFailure & { which: W }>> {
  const values = await sentBy(event.request);
  const parsed = schema.safeParse(values);
  if (!parsed.success) return fail(400, { which, values, errors: fieldErrors(parsed.error) });
  const refused = await orFormMessage(values, async (): Promise<never> => {
    let on = '';
    await changeDraft(event.locals.supabase, event.params, values, (before) => {
      const changed = change(before, parsed.data);
      on = changed.on;
      return changed.document;
    });
    redirect(303, draftAddress(event) + on);
  });
  return fail(refused.status, { which, ...refused.data });
}
