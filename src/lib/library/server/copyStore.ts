import * as m from '$lib/paraglide/messages';
import { mustWork, RuleBroken } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { CopiedDocument, CopiedKind, OwnCopy } from '../copy.ts';
import { documentSchema, type DocumentOf, type LibraryDocument } from '../schema.ts';
import { teamOfPerson, teamColumns, type TeamOfPerson } from '../../teams/teamOfPerson.ts';

export interface TeamLibrary extends TeamOfPerson {
  copies: OwnCopy[];
}

interface CopyRow {
  id: string;
  document: unknown;
  original: unknown;
  version: number;
  changed_at: string;
  people: { display_name: string } | null;
}

const copyColumns = 'id, document, original, version, changed_at, people(display_name)';

/** A copy from its row. One that a lead wrote past the forms and that is no document any more shows the library's text. */
function copyOf(row: CopyRow): OwnCopy[] {
  const [document, original] = [documentSchema.safeParse(row.document), documentSchema.safeParse(row.original)];
  const whole = document.success ? document.data : original.data;
  if (!whole || !original.success || !isCopied(whole) || !isCopied(original.data)) return [];
  const { id, version, changed_at: changedAt, people } = row;
  return [{ id, document: whole, original: original.data, version, changedAt, changedBy: people?.display_name ?? '' }];
}

const isCopied = (some: LibraryDocument): some is CopiedDocument => some.kind !== 'visual';

/** The library of a team, in the order of titles; null to someone who is not in the team. */
export async function teamLibrary(supabase: Supabase, teamId: string, personId: string): Promise<TeamLibrary | null> {
  const team = mustWork(
    await supabase.from('teams').select(`${teamColumns}, library_copies(${copyColumns})`).eq('id', teamId).maybeSingle()
  );
  const own = teamOfPerson(team, personId);
  if (!team || !own) return null;
  return {
    ...own,
    copies: team.library_copies.flatMap(copyOf).sort((a, b) => a.document.title.localeCompare(b.document.title, 'en'))
  };
}

/** One copy with its team; null when it is not there, or not for this person. */
export async function teamCopy(
  supabase: Supabase,
  teamId: string,
  copyId: string,
  personId: string
): Promise<(Omit<TeamLibrary, 'copies'> & { copy: OwnCopy }) | null> {
  const library = await teamLibrary(supabase, teamId, personId);
  const copy = library?.copies.find(({ id }) => id === copyId);
  return library && copy ? { team: library.team, isLead: library.isLead, copy } : null;
}

/** A team's copy of a text of the library, or null where it has none, or the person is not in the team. */
export async function copyOfText<K extends CopiedKind>(
  supabase: Supabase,
  teamId: string,
  kind: K,
  slug: string
): Promise<DocumentOf<K> | null> {
  const [row] = mustWork(
    await supabase.from('library_copies').select(copyColumns).eq('team_id', teamId).eq('kind', kind).eq('slug', slug)
  );
  const [copy] = row ? copyOf(row) : [];
  return (copy?.document as DocumentOf<K> | undefined) ?? null;
}

/** Takes a text into a team's library; gives the copy's id. Taken before, it is that copy, as the team has it. */
export async function takeCopy(supabase: Supabase, teamId: string, document: CopiedDocument): Promise<string> {
  const { kind, slug } = document;
  const taken = await supabase
    .from('library_copies')
    .insert({ team_id: teamId, kind, slug, document, original: document })
    .select('id')
    .maybeSingle();
  if (taken.error?.code !== '23505') return mustWork(taken).id;
  const there = supabase.from('library_copies').select('id').eq('team_id', teamId).eq('kind', kind).eq('slug', slug);
  return mustWork(await there.single()).id;
}

/**
 * Saves a copy; gives its new version.
 * @param compared the library's text it was compared with just now, if it was
 * @throws RuleBroken 409 `stale_copy` when somebody changed it since `version`, or who asks may not
 */
export async function saveCopy(
  supabase: Supabase,
  { id, version }: Pick<OwnCopy, 'id' | 'version'>,
  document: CopiedDocument,
  compared?: CopiedDocument
): Promise<number> {
  const [saved] = mustWork(
    await supabase
      .from('library_copies')
      .update({ document, ...(compared && { original: compared }) })
      .eq('id', id)
      .eq('version', version)
      .select('version')
  );
  if (!saved) throw new RuleBroken(409, 'stale_copy', m.library_copy_stale());
  return saved.version;
}

/** Removes a copy from the team's library; circles that were planned from it keep what they have. */
export async function removeCopy(supabase: Supabase, id: string): Promise<void> {
  mustWork(await supabase.from('library_copies').delete().eq('id', id).select('id'));
}
