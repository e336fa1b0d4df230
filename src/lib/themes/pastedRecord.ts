import type { ReadResult } from './problem.ts';
import { recordOfRows, type Row } from './rowRecord.ts';

/** A bullet or number before a comment, as people type them in lists. */
const BULLET = /^(?:[-*•–·▪]|\d{1,3}[.)])\s+/u;
/** “(x3)”, “(3x)”, “(×3)”, “3×” or “×3” at the end: said three times. Without brackets only the sign ×, as “10x” is often text. */
const SAID_BY = /\s*\((?:[x×]\s?(\d{1,5})|(\d{1,5})\s?[x×])\)$|\s(?:×\s?(\d{1,5})|(\d{1,5})\s?×)$/iu;

/**
 * Reads pasted text: one comment on each line; `# words` begins a question, `## words` a theme of it. Empty lines are passed over.
 * Comments before the first `##` of a question are in no theme.
 */
export function readPastedRecord(text: string, title: string): ReadResult {
  const rows: Row[] = [];
  let question = '';
  let theme = '';
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    const heading = /^(#{1,2})\s+(.+)$/u.exec(line);
    if (heading?.[1] === '#') [question, theme] = [heading[2]!, ''];
    else if (heading) theme = heading[2]!;
    else if (line) rows.push({ line: index + 1, question, theme, ...commentOf(line) });
  }
  return recordOfRows(rows, title, []);
}

function commentOf(line: string): { text: string; count?: string } {
  const text = line.replace(BULLET, '');
  const said = SAID_BY.exec(text);
  const count = said?.slice(1).find(Boolean);
  return said && said.index > 0 && count ? { text: text.slice(0, said.index), count } : { text };
}
