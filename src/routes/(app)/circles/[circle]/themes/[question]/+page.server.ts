import { fail, redirect } from '@sveltejs/kit';
import { orFormMessage } from '$lib/server/errors';
import { found } from '$lib/server/found';
import { CodingError } from '$lib/themes/codingChange';
import { filterOf } from '$lib/themes/codingPage';
import { codingSentence } from '$lib/themes/codingSentence';
import { readDeed } from '$lib/themes/deed';
import { questionTextSchema } from '$lib/themes/questionText';
import { changeCoding, readCodingPage, saveQuestionText, undoCoding } from '$lib/themes/server/store';
import { fieldErrors, typedValues } from '$lib/ui/form/failure';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const coding = await found(readCodingPage(locals.supabase, locals.person?.id ?? '', params.circle, params.question));
  return {
    coding,
    wide: true,
    filter: filterOf(url.searchParams.get('show'), coding.coding),
    all: url.searchParams.has('all'),
    split: url.searchParams.get('split'),
    summarySaved: url.searchParams.has('summary')
  };
};

/** Without scripts, the page comes back by its own address, so that loading it again does nothing twice. */
function backTo(request: Request, url: URL, place: string): void {
  if (request.headers.get('x-sveltekit-action') === 'true') return;
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => name === 'show' || name === 'all'));
  redirect(303, `${url.pathname}${query.size > 0 ? `?${query}` : ''}${place}`);
}

export const actions: Actions = {
  change: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const values = typedValues(form);
    const deed = readDeed(form);
    if (!deed.success) return fail(400, { values, errors: {}, message: deed.error.issues[0]?.message ?? '' });
    return orFormMessage(values, async () => {
      try {
        const version = await changeCoding(locals.supabase, params.question, Number(form.get('version')), deed.data);
        backTo(request, url, 'comment' in deed.data ? `#comment-${deed.data.comment}` : '#themes');
        return { version };
      } catch (fault) {
        if (!(fault instanceof CodingError)) throw fault;
        return fail(400, { values, errors: {}, message: codingSentence(fault) });
      }
    });
  },
  undo: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const redo = form.get('does') === 'redo';
    return orFormMessage(typedValues(form), async () => {
      const version = await undoCoding(locals.supabase, params.question, Number(form.get('version')), redo);
      backTo(request, url, '');
      return { version };
    });
  },
  summary: async ({ request, locals, params, url }) => {
    const form = await request.formData();
    const values = { ...typedValues(form), which: 'summary' };
    const read = questionTextSchema.safeParse(Object.fromEntries(form));
    if (!read.success) return fail(400, { values, errors: fieldErrors(read.error) });
    return orFormMessage(values, async () => {
      await saveQuestionText(locals.supabase, params.question, read.data);
      redirect(303, `${url.pathname}?summary#summary-heading`);
    });
  }
};
