import { error } from '@sveltejs/kit';
import * as m from '../../paraglide/messages.js';
import { htmlOf, type HtmlOf } from '../html.ts';
import { addressOf, type DocumentKind, type DocumentOf } from '../schema.ts';
import { builtInDocument, builtInOf } from './builtIn.ts';

/** A document that must be there. @throws error 404 */
export function needed<K extends DocumentKind>(kind: K, slug: string): DocumentOf<K> {
  return builtInDocument(kind, slug) ?? error(404, { message: m.server_not_found(), id: '' });
}

/** A document and its texts as HTML. @throws error 404 */
export function pageOf<K extends DocumentKind>(
  kind: K,
  slug: string
): { document: DocumentOf<K>; html: HtmlOf<K>; sections: { title: string; address: string }[] } {
  const document = needed(kind, slug);
  // Handouts and visuals are all text; the texts of the others stand under headings of the page.
  const top = kind === 'handout' || kind === 'visual' ? 2 : 3;
  return { document, html: htmlOf(document, top), sections: sectionsWith(kind, slug) };
}

/** The sections that a document is a part of. */
function sectionsWith(kind: DocumentKind, slug: string) {
  return builtInOf('section')
    .filter((section) => {
      const parts: Record<DocumentKind, readonly string[]> = {
        practice: [section.practice],
        scenario: section.scenarios,
        visual: [section.visual],
        handout: section.handouts,
        section: []
      };
      return parts[kind].includes(slug);
    })
    .map((section) => ({ title: section.title, address: addressOf(section) }));
}

/** The addresses of a kind, for the pages that are made when the app is built. */
export const slugsOf = (kind: DocumentKind) => builtInOf(kind).map(({ slug }) => ({ slug }));
