import type { DocumentKind, LibraryDocument } from './schema.ts';

/** What a list shows of a document. */
export type Brief<K extends DocumentKind = DocumentKind> = Pick<LibraryDocument, 'slug' | 'title' | 'summary'> & {
  kind: K;
  minutes?: number;
};

export const inBrief = <K extends DocumentKind>(some: LibraryDocument & { kind: K }): Brief<K> => ({
  kind: some.kind,
  slug: some.slug,
  title: some.title,
  summary: some.summary,
  ...('minutes' in some && { minutes: some.minutes })
});
