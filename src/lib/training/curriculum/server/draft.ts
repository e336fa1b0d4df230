import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken } from '$lib/server/errors';
import { found } from '$lib/server/found';
import type { Supabase } from '$lib/server/supabase';
import { curriculumSchema, type Curriculum } from '../schema.ts';
import { sourceOf, type KeptCurriculum } from '../versions.ts';
import { curriculumOf } from './store.ts';

/** Makes a draft from a version; gives its name. An organisation has one draft: where there is one, it is that one, as it is. */
export async function makeDraft(supabase: Supabase, organisationId: string, from: KeptCurriculum): Promise<string> {
  const made = await supabase
    .from('curricula')
    .insert({
      organisation_id: organisationId,
      title: from.title,
      document: { ...from.document, version: 1 },
      based_on: sourceOf(from)
    })
    .select('version')
    .maybeSingle();
  if (made.error?.code !== '23505') return String(mustWork(made).version);
  const there = supabase.from('curricula').select('version').eq('organisation_id', organisationId);
  return String(mustWork(await there.is('published_at', null).single()).version);
}

/** The draft of this name; 404 where there is none. @throws RuleBroken 409 for a published version */
export async function draftOf(supabase: Supabase, organisationId: string, name: string): Promise<KeptCurriculum> {
  const kept = await found(curriculumOf(supabase, organisationId, name));
  if (!kept.isDraft) throw new RuleBroken(409, 'curriculum_published', m.server_curriculum_published());
  return kept;
}

/** What it throws when somebody saved the draft meanwhile. */
const stale = () => new RuleBroken(409, 'stale_draft', m.training_curriculum_stale());

/** The draft, if nobody saved it since the form was made. `seen` then becomes what is there now, so that the next try is a choice. */
async function draftAsSeen(
  supabase: Supabase,
  place: { organisation: string; version: string },
  typed: Record<string, string>
): Promise<KeptCurriculum> {
  const draft = await draftOf(supabase, place.organisation, place.version);
  const seen = typed.seen;
  typed.seen = String(draft.document.version);
  if (seen !== typed.seen) throw stale();
  return draft;
}

/**
 * Changes the draft of this name.
 * @param typed what the form sent; its `seen` is how often the draft had been saved when the form was made
 * @param change gives the changed document
 * @throws RuleBroken 409 `stale_draft` when somebody saved since, `curriculum_published` for a published version,
 *   400 `draft_whole` when what comes out is no whole curriculum
 */
export async function changeDraft(
  supabase: Supabase,
  place: { organisation: string; version: string },
  typed: Record<string, string>,
  change: (before: Curriculum) => Curriculum
): Promise<void> {
  const { id, document: before } = await draftAsSeen(supabase, place, typed);
  const changed = curriculumSchema.safeParse({ ...change(before), version: before.version + 1 });
  if (!changed.success) throw new RuleBroken(400, 'draft_whole', m.training_curriculum_not_whole());
  const { data: document } = changed;
  const [saved] = mustWork(
    await supabase
      .from('curricula')
      .update({ document, title: document.title })
      .eq('id', id ?? '')
      .eq('document->>version', String(before.version))
      .select('id')
  );
  if (!saved) throw stale();
}

/** Publishes the draft as the form showed it: from now on it stays so. @throws RuleBroken as changeDraft */
export async function publishDraft(
  supabase: Supabase,
  place: { organisation: string; version: string },
  typed: Record<string, string>,
  notes: string
): Promise<void> {
  const { id, name, document } = await draftAsSeen(supabase, place, typed);
  const [published] = mustWork(
    await supabase
      .from('curricula')
      .update({ document: { ...document, version: Number(name) }, notes, published_at: new Date().toISOString() })
      .eq('id', id ?? '')
      .eq('document->>version', String(document.version))
      .select('id')
  );
  if (!published) throw stale();
}

/** Throws the draft away, for good. */
export async function throwDraftAway(supabase: Supabase, draft: KeptCurriculum): Promise<void> {
  mustWork(
    await supabase
      .from('curricula')
      .delete()
      .eq('id', draft.id ?? '')
      .select('id')
      .single()
  );
}
