import { LineCounter, parseDocument } from 'yaml';
import { documentSchema, type DocumentKind, type LibraryDocument } from './schema.ts';

/** Headings of the body that are parts of the document, by kind; a kind that is missing here is all body, as `text`. */
const parts: Partial<Record<DocumentKind, Record<string, string>>> = {
  practice: { 'What it is for': 'purpose', 'When not to do it': 'notWhen' },
  scenario: { 'The situation': 'situation', 'For the facilitator': 'facilitator', 'If it comes close': 'stepOut' },
  section: { Introduction: 'introduction', 'Key activity': 'activity' }
};

/** What is wrong with a content file, and in which line. */
export class ContentFault extends Error {
  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.name = 'ContentFault';
  }
}

/**
 * Reads a content file: front matter (YAML between two lines of ---) and a body in Markdown, whose second-level headings
 * are the parts of its kind.
 * @throws ContentFault naming file and line
 */
export function readDocument(kind: DocumentKind, slug: string, source: string): LibraryDocument {
  const file = `${slug}.md`;
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n'));
  if (!match) throw new ContentFault(file, 1, 'the file begins with front matter between two lines of ---');
  const [, front = '', body = ''] = match;
  const lines = new LineCounter();
  const yaml = parseDocument(front, { lineCounter: lines });
  const broken = yaml.errors[0];
  if (broken) throw new ContentFault(file, lines.linePos(broken.pos[0]).line + 1, broken.message.split('\n')[0] ?? '');
  const given = { kind, slug, ...(yaml.toJS() as object), ...partsOf(kind, file, body, front.split('\n').length + 2) };
  const parsed = documentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const node = yaml.getIn(issue?.path.map(String) ?? [], true) as { range?: [number, number, number] } | undefined;
  const at = node?.range ? lines.linePos(node.range[0]).line + 1 : 1;
  throw new ContentFault(file, at, `${issue?.path.join('.')}: ${issue?.message}`);
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
