import { ContentFault, readContentFile } from './frontMatter.ts';
import { documentSchema, type DocumentKind, type LibraryDocument } from './schema.ts';

/** Headings of the body that are parts of the document, by kind; a kind that is missing here is all body, as `text`. */
const parts: Partial<Record<DocumentKind, Record<string, string>>> = {
  practice: { 'What it is for': 'purpose', 'When not to do it': 'notWhen' },
  scenario: { 'The situation': 'situation', 'For the facilitator': 'facilitator', 'If it comes close': 'stepOut' },
  section: { Introduction: 'introduction', 'Key activity': 'activity' }
};

/**
 * Reads a content file: front matter (YAML between two lines of ---) and a body in Markdown, whose second-level headings
 * are the parts of its kind.
 * @throws ContentFault naming file and line
 */
export function readDocument(kind: DocumentKind, slug: string, source: string): LibraryDocument {
  const file = `${slug}.md`;
  const { front, body, bodyLine, checked } = readContentFile(file, source);
  return checked(documentSchema, { kind, slug, ...front, ...partsOf(kind, file, body, bodyLine) });
}

function partsOf(kind: DocumentKind, file: string, body: string, firstLine: number): Record<string, string> {
  const headings = parts[kind];
  if (!headings) return { text: body.trim() };
  const found: Record<string, string> = {};
  let part: string | undefined;
  for (const [at, line] of body.split('\n').entries()) {
    const heading = /^## (.+)$/.exec(line)?.[1]?.trim();
    if (heading) {
      part = headings[heading];
      if (!part) throw new ContentFault(file, firstLine + at, `"${heading}" is not a part of a ${kind}`);
      if (part in found) throw new ContentFault(file, firstLine + at, `"${heading}" is there twice`);
      found[part] = '';
    } else if (part) found[part] += `${line}\n`;
    else if (line.trim()) throw new ContentFault(file, firstLine + at, 'text stands under a heading');
  }
  for (const [heading, name] of Object.entries(headings))
    if (!found[name]?.trim()) throw new ContentFault(file, firstLine, `the part "${heading}" is missing or empty`);
  return found;
}
