import { redirect } from '@sveltejs/kit';
import { deletesFile, keepsFiles } from '$lib/library/files/keeping';
import { nameFileSchema, replaceFileSchema } from '$lib/library/files/schema';
import { lookInto } from '$lib/library/server/fileContent';
import { deleteFile, loadFile, nameFile, replaceFile } from '$lib/library/server/fileStore';
import { found } from '$lib/server/found';
import { formAction } from '$lib/teams/server/formAction';
import { z } from 'zod';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { organisation, teams, me } = await parent();
  const file = await found(loadFile(locals.supabase, params.organisation, params.file));
  const keeps = keepsFiles(organisation, teams);
  return { file, keeps, deletes: keeps && deletesFile(organisation, file, me.id), done: url.searchParams.get('done') };
};

export const actions = {
  replace: formAction('replace', replaceFileSchema, async ({ locals, params }: RequestEvent, { file }) => {
    const handout = await lookInto({ name: file.name, bytes: await file.bytes() });
    await replaceFile(locals.supabase, params.organisation, params.file, handout);
    redirect(303, `/organisation/${params.organisation}/files/${params.file}?done=replaced`);
  }),
  name: formAction('name', nameFileSchema, ({ locals, params }: RequestEvent, given) =>
    nameFile(locals.supabase, params.organisation, params.file, given)
  ),
  delete: formAction('delete', z.object({}), async ({ locals, params }: RequestEvent) => {
    await deleteFile(locals.supabase, params.organisation, params.file);
    redirect(303, `/organisation/${params.organisation}/files?done=deleted`);
  })
} satisfies Actions;
