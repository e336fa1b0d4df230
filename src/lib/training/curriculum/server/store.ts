import { mustWork, ruleFor, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import * as m from '$lib/paraglide/messages';
import { curriculumSchema, type Curriculum } from '../schema.ts';
import { builtInName, sourceOf, type CurriculumVersion, type KeptCurriculum } from '../versions.ts';
import { builtInCurriculum } from './builtIn.ts';

interface VersionRow {
  id: string;
  version: number;
  title: string;
  built_in_version: number | null;
  based_on: string;
  notes: string;
  published_at: string | null;
}

const columns = 'id, version, title, built_in_version, based_on, notes, published_at';

/** The curriculum that is shipped, as an organisation sees it that has not used it. */
const shipped: KeptCurriculum = {
  id: null,
  name: builtInName,
  title: builtInCurriculum.title,
  builtIn: builtInCurriculum.version,
  basedOn: '',
  notes: '',
  publishedAt: null,
  isDraft: false,
  document: builtInCurriculum
};

const versionOf = (row: VersionRow): CurriculumVersion => ({
  id: row.id,
  name: row.built_in_version === builtInCurriculum.version ? builtInName : String(row.version),
  title: row.title,
  builtIn: row.built_in_version,
  basedOn: row.based_on,
  notes: row.notes,
  publishedAt: row.published_at,
  isDraft: row.published_at === null
});

/** Versions of an organisation, for its trainers: the built-in one first, then the newest. */
export async function versionsOf(supabase: Supabase, organisationId: string): Promise<CurriculumVersion[]> {
  const rows = mustWork(
    await supabase
      .from('curricula')
      .select(columns)
      .eq('organisation_id', organisationId)
      .order('version', { ascending: false })
  );
  const own = rows.map(versionOf);
  const { document: _, ...unused } = shipped;
  const first = own.find(({ name }) => name === builtInName) ?? unused;
  return [first, ...own.filter((version) => version !== first)];
}

/**
 * One version by its name in addresses (`circlewell`, or a number); null when it is not there or not for this person.
 * @throws RuleBroken 400 for an organisation that is no id
 */
export async function curriculumOf(
  supabase: Supabase,
  organisationId: string,
  name: string
): Promise<KeptCurriculum | null> {
  if (name === builtInName) return shipped;
  if (!/^\d{1,5}$/.test(name)) return null;
  const row = mustWork(
    await supabase
      .from('curricula')
      .select(`${columns}, document`)
      .eq('organisation_id', organisationId)
      .eq('version', Number(name))
      .maybeSingle()
  );
  if (!row) return null;
  return { ...versionOf(row), document: readDocument(row.document) };
}

/** @throws Error for a document that somebody wrote past the forms */
const readDocument = (document: unknown): Curriculum => curriculumSchema.parse(document);

/**
 * The curriculum a training begins with, as a published row; the built-in one becomes a row of the organisation the first time.
 * @param choice `circlewell`, or the id of a row of this organisation
 * @throws RuleBroken 404 for an id that is not there, 400 `curriculum_draft` for a draft
 */
export async function ensurePublished(
  supabase: Supabase,
  organisationId: string,
  choice: string
): Promise<{ id: string; document: Curriculum }> {
  if (choice === builtInName) return { id: await builtInRow(supabase, organisationId), document: builtInCurriculum };
  const chosen = supabase.from('curricula').select('id, document, published_at').eq('organisation_id', organisationId);
  const row = mustWork(await chosen.eq('id', choice).single());
  if (row.published_at === null) throw new RuleBroken(400, 'curriculum_draft', m.server_curriculum_draft());
  return { id: row.id, document: readDocument(row.document) };
}

async function builtInRow(supabase: Supabase, organisationId: string): Promise<string> {
  const version = builtInCurriculum.version;
  const there = () =>
    supabase
      .from('curricula')
      .select('id')
      .eq('organisation_id', organisationId)
      .eq('built_in_version', version)
      .maybeSingle();
  const row = mustWork(await there());
  if (row) return row.id;
  const made = await supabase
    .from('curricula')
    .insert({
      organisation_id: organisationId,
      title: builtInCurriculum.title,
      document: builtInCurriculum,
      built_in_version: version,
      based_on: sourceOf(shipped),
      published_at: new Date().toISOString()
    })
    .select('id')
    .maybeSingle();
  if (made.data) return made.data.id;
  // Two trainings were planned at the same moment.
  if (made.error?.code === '23505') return mustWork(await there()).id;
  throw made.error ? ruleFor(made.error) : new Error('the curriculum was not kept');
}
