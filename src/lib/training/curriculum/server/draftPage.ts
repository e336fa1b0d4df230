import { redirect } from '@sveltejs/kit';
import { found } from '$lib/server/found';
import type { Supabase } from '$lib/server/supabase';
import type { Curriculum } from '../schema.ts';
import { curriculumOf } from './store.ts';

/** What a page that changes the draft shows; a published version is read, and not changed. */
export async function draftPage(
  supabase: Supabase,
  { organisation, version }: { organisation: string; version: string }
): Promise<{ document: Curriculum; draft: string }> {
  const kept = await found(curriculumOf(supabase, organisation, version));
  const draft = `/curricula/${organisation}/${version}`;
  if (!kept.isDraft) redirect(303, draft);
  return { document: kept.document, draft };
}
