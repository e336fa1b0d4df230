import { fail, type ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';
import { orFormMessage } from '$lib/server/errors';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';

/** What a page with several forms hears back: which form, whether it is done, and if not, why. */
export interface Outcome {
  which: string;
  done: boolean;
  values: Record<string, string>;
  errors: Record<string, string>;
  message?: string;
}

/**
 * A form action in one line: reads the form, checks it with the schema, does the work; a broken rule becomes a sentence
 * above the form, with what was typed kept (never the fields named in `secret`).
 * @param which names the form among those of its page
 */
export function formAction<S extends z.ZodType, E extends { request: Request }>(
  which: string,
  schema: S,
  work: (event: E, given: z.infer<S>) => Promise<void>,
  secret: readonly string[] = ['password']
): (event: E) => Promise<Outcome | ActionFailure<Outcome>> {
  return async (event) => {
    const data = await event.request.formData();
    const values = typedValues(data, secret);
    const parsed = schema.safeParse(Object.fromEntries(data));
    if (!parsed.success) return fail(400, { which, done: false, values, errors: fieldErrors(parsed.error) });
    const answer = await orFormMessage(values, async () => {
      await work(event, parsed.data);
      return { which, done: true, values: {}, errors: {} };
    });
    return 'status' in answer ? fail(answer.status, { ...answer.data, which, done: false }) : answer;
  };
}
