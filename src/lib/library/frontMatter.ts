import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong with a content file, and in which line. */
export class ContentFault extends Error {
  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.name = 'ContentFault';
  }
}

/** A content file in its two halves. */
export interface ContentFile {
  /** What stands in the front matter, not yet checked. */
  front: Record<string, unknown>;
  /** Markdown below it. */
  body: string;
  /** Line of the file in which the body begins. */
  bodyLine: number;
  /**
   * A candidate made from this file, if it is what the schema asks for.
   * @throws ContentFault with the line of the front matter in which the fault stands; 1 where it is not from there
   */
  checked: <T>(schema: z.ZodType<T>, candidate: unknown) => T;
}

/**
 * Reads a content file: front matter (YAML between two lines of ---) and a body.
 * @throws ContentFault naming file and line
 */
export function readContentFile(file: string, source: string): ContentFile {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n'));
  if (!match) throw new ContentFault(file, 1, 'the file begins with front matter between two lines of ---');
  const [, front = '', body = ''] = match;
  const lines = new LineCounter();
  const yaml = parseDocument(front, { lineCounter: lines });
  const broken = yaml.errors[0];
  if (broken) throw new ContentFault(file, lines.linePos(broken.pos[0]).line + 1, broken.message.split('\n')[0] ?? '');
  return {
    front: yaml.toJS() as Record<string, unknown>,
    body,
    bodyLine: front.split('\n').length + 2,
    checked: (schema, candidate) => {
      const parsed = schema.safeParse(candidate);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      const node = yaml.getIn(issue?.path.map(String) ?? [], true) as { range?: [number, number, number] } | undefined;
      const at = node?.range ? lines.linePos(node.range[0]).line + 1 : 1;
      throw new ContentFault(file, at, `${issue?.path.join('.')}: ${issue?.message}`);
    }
  };
}
