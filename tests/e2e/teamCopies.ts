import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../src/lib/library/readDocument.ts';
import { folderOf, type DocumentKind, type LibraryDocument } from '../../src/lib/library/schema.ts';
import { must, type Client } from '../policies/furnish.ts';

const content = join(import.meta.dirname, '../../src/lib/library/content');

/** A text as it ships. */
export const shipped = (kind: DocumentKind, slug: string): LibraryDocument =>
  readDocument(kind, slug, readFileSync(join(content, folderOf[kind], `${slug}.md`), 'utf8'));

/** A team's copy of a text as it ships; gives its id. `since`: how the library's text read when the copy was taken. */
export async function copyIn(
  client: Client,
  team: string,
  kind: DocumentKind,
  slug: string,
  since: object = {}
): Promise<string> {
  const mine = client.from('library_copies').select('id').eq('team_id', team).eq('slug', slug);
  const [known] = must(await mine);
  if (known) return known.id;
  const original = { ...shipped(kind, slug), ...since };
  const row = { team_id: team, kind, slug, document: original, original };
  return must(await client.from('library_copies').insert(row).select('id').single()).id;
}

/** A copy that the library has newer words for. */
export const olderCopyIn = (client: Client, team: string): Promise<string> =>
  copyIn(client, team, 'practice', 'six-slow-breaths', { version: 1, purpose: 'For a minute of your own.' });
