import { redirect } from '@sveltejs/kit';
import { keepsFiles } from '$lib/library/files/keeping';
import { addFileSchema } from '$lib/library/files/schema';
import { lookInto } from '$lib/library/server/fileContent';
import { addFile, loadFiles } from '$lib/library/server/fileStore';
import { orErrorPage } from '$lib/server/errors';
import { formAction } from '$lib/teams/server/formAction';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { organisation, teams } = await parent();
  return {
    files: await orErrorPage(loadFiles(locals.supabase, params.organisation)),
    keeps: keepsFiles(organisation, teams),
    done: url.searchParams.get('done')
  };
};

export const actions = {
  add: formAction('add', addFileSchema, async ({ locals, params }: RequestEvent, { title, note, file }) => {
    const handout = await lookInto({ name: file.name, bytes: await file.bytes() });
    const named = title || handout.name.slice(0, handout.name.lastIndexOf('.'));
    await addFile(locals.supabase, params.organisation, { title: named, note }, handout);
    redirect(303, `/organisation/${params.organisation}/files?done=added`);
  })
} satisfies Actions;
