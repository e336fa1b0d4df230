import { readDocument } from '../readDocument.ts';
import { documentKinds, folderOf, type DocumentKind, type DocumentOf, type LibraryDocument } from '../schema.ts';

const files = import.meta.glob<string>('../content/*/*.md', { query: '?raw', import: 'default', eager: true });
const drawings = import.meta.glob<string>('../content/visuals/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true
});

const kindOf = Object.fromEntries(documentKinds.map((kind) => [folderOf[kind], kind])) as Record<string, DocumentKind>;

/** Every built-in document; a file with a fault stops the build, with its line. */
export const builtIn: readonly LibraryDocument[] = Object.entries(files).map(([path, source]) => {
  const [folder = '', name = ''] = path.split('/').slice(-2);
  return readDocument(kindOf[folder]!, name.replace(/\.md$/, ''), source);
});

const isKind =
  <K extends DocumentKind>(kind: K) =>
  (some: LibraryDocument): some is DocumentOf<K> =>
    some.kind === kind;

/** The documents of a kind, in the order of their titles; sections in their own order. */
export function builtInOf<K extends DocumentKind>(kind: K): DocumentOf<K>[] {
  const order = (some: LibraryDocument) => (some.kind === 'section' ? some.order : 0);
  return builtIn.filter(isKind(kind)).sort((a, b) => order(a) - order(b) || a.title.localeCompare(b.title, 'en'));
}

/** One document, or null. */
export const builtInDocument = <K extends DocumentKind>(kind: K, slug: string): DocumentOf<K> | null =>
  builtIn.filter(isKind(kind)).find((some) => some.slug === slug) ?? null;

/** The drawing of a visual as SVG, which is ours and so may stand in a page as it is. */
export const drawingOf = (slug: string): string | null => drawings[`../content/visuals/${slug}.svg`] ?? null;
