import { toHtml, type TopLevel } from './markdown.ts';
import type { DocumentKind, DocumentOf } from './schema.ts';

/** Which parts of a document are Markdown, by kind. */
const textParts = {
  practice: ['purpose', 'notWhen'],
  scenario: ['situation', 'facilitator', 'stepOut'],
  section: ['introduction', 'activity'],
  handout: ['text'],
  visual: ['text']
} as const satisfies { [K in DocumentKind]: readonly (keyof DocumentOf<K>)[] };

/** The texts of a document as HTML, by the name of the part. */
export type HtmlOf<K extends DocumentKind> = Record<(typeof textParts)[K][number], string>;

/** Turns the Markdown of a document into HTML: on the server, so that no reader of Markdown goes to the browser. */
export function htmlOf<K extends DocumentKind>(some: DocumentOf<K>, top: TopLevel): HtmlOf<K> {
  const parts: readonly string[] = textParts[some.kind];
  const texts = some as unknown as Record<string, string>;
  return Object.fromEntries(parts.map((part) => [part, toHtml(texts[part] ?? '', top)])) as HtmlOf<K>;
}
