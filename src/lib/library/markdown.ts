import MarkdownIt, { type Token } from 'markdown-it';
import * as m from '../paraglide/messages.js';

/** Level of the highest heading in a text: 2 on a page of its own, deeper where the text is a part of something. */
export type TopLevel = 2 | 3 | 4;

const reader = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
reader.disable('image');
// What else there is (javascript:, data:, other sites' plain http) has no place in a text; it is shown as it was typed.
reader.validateLink = (address) => /^(https:\/\/|\/(?!\/))/.test(address);

const { rules } = reader.renderer;
rules.link_open = (tokens, at, options, _env, self) => {
  tokens[at]!.attrSet('rel', 'noreferrer external');
  return self.renderToken(tokens, at, options);
};
/** A line of only ____ or --- (the formatter makes the one of the other) is a line to write on. */
rules.hr = () => '<div class="write-line" aria-hidden="true"></div>\n';
/** Wide tables scroll by themselves on a phone; tabindex lets keyboards scroll them. */
rules.table_open = () =>
  `<div class="library-table" role="group" tabindex="0" aria-label="${m.library_table()}"><table class="plain-table">\n`;
rules.table_close = () => '</table></div>\n';

const box = '<span class="tick-box" aria-hidden="true"></span> ';

/** Boxes to tick, from items that begin with [ ] or [x]: they are for a pen, so nothing is ever ticked. */
reader.core.ruler.after('inline', 'tick-boxes', ({ tokens }) => {
  for (const [at, token] of tokens.entries()) {
    const item = tokens[at - 2];
    const first = token.children?.[0];
    if (token.type !== 'inline' || item?.type !== 'list_item_open' || first?.type !== 'text') continue;
    if (!/^\[[ xX]\] /.test(first.content)) continue;
    first.content = first.content.slice(4);
    item.attrJoin('class', 'tick');
    item.meta = { tick: true };
  }
});
rules.list_item_open = (tokens, at, options, _env, self) =>
  self.renderToken(tokens, at, options) + ((tokens[at]!.meta as { tick?: boolean } | null)?.tick ? box : '');

function parse(markdown: string, top: TopLevel): Token[] {
  const tokens = reader.parse(markdown, {});
  const headings = tokens.filter(({ type }) => type.startsWith('heading_'));
  const levelOf = ({ tag }: Token) => Number(tag.slice(1));
  const highest = Math.min(...headings.map(levelOf));
  for (const heading of headings) heading.tag = `h${Math.min(6, levelOf(heading) - highest + top)}`;
  return tokens;
}

const render = (tokens: Token[]) => reader.renderer.render(tokens, reader.options, {});

/**
 * Simple Markdown as HTML: paragraphs, lists, bold, quotes, tables, boxes to tick (`- [ ] …`) and lines to write on
 * (`____`, `---`). HTML in it is shown as it was typed; no images; links lead to https or into Circlewell, or are not links.
 */
export const toHtml = (markdown: string, top: TopLevel = 2): string => render(parse(markdown, top));

/** A paragraph, a list, a heading …: what stays together on paper. */
export interface TextBlock {
  html: string;
  isHeading: boolean;
  /** Lines it takes on paper, rounded up. */
  lines: number;
}

/** Letters of small print that fit a line of A4 or Letter between our margins, a few less. */
const lineLength = 88;
const linesOf = (letters: number, room: number) => Math.max(1, Math.ceil(letters / room));

/** The blocks of a text, with an upper guess of the room each takes on paper. */
export function blocksOf(markdown: string, top: TopLevel = 3): TextBlock[] {
  const groups: Token[][] = [];
  let depth = 0;
  for (const token of parse(markdown, top)) {
    // Lines to write on stay with the words above them.
    const isAnswer = token.type === 'hr' && groups.at(-1)?.[0]?.type === 'paragraph_open';
    if (depth === 0 && !isAnswer) groups.push([]);
    groups.at(-1)!.push(token);
    depth += token.nesting;
  }
  return groups.flatMap(entriesOf).map((tokens) => ({
    html: render(tokens),
    isHeading: tokens[0]?.type === 'heading_open',
    lines: heightOf(tokens)
  }));
}

/** A list as its entries, each a list of its own that counts on, so that a sheet may end between two. */
function entriesOf(tokens: Token[]): Token[][] {
  const [open] = tokens;
  const close = tokens.at(-1);
  if (!open?.type.endsWith('_list_open') || !close) return [tokens];
  const entries: Token[][] = [];
  for (const token of tokens.slice(1, -1)) {
    if (token.type === 'list_item_open' && token.level === open.level + 1) entries.push([]);
    entries.at(-1)?.push(token);
  }
  const first = Number(open.attrGet('start') ?? 1);
  return entries.map((entry, at) => {
    const list = Object.assign(Object.create(Object.getPrototypeOf(open) as object) as Token, open, { attrs: null });
    if (open.type === 'ordered_list_open') list.attrSet('start', String(first + at));
    return [list, ...entry, close];
  });
}

function heightOf(tokens: Token[]): number {
  const [first] = tokens;
  if (first?.type === 'hr') return 1.8;
  if (first?.type === 'table_open') return tableHeight(tokens);
  // In lists, an item is a paragraph with little air; lines to write on may stand in it.
  const air = first?.type === 'heading_open' ? 1.2 : 0.5;
  const inset = first?.type.endsWith('_list_open') || first?.type === 'blockquote_open' ? 8 : 0;
  const items = tokens.filter(({ type }) => type === 'inline' || type === 'hr');
  return items.reduce(
    (sum, { type, content }) => sum + (type === 'hr' ? 1.8 : linesOf(content.length, lineLength - inset) + 0.25),
    air
  );
}

function tableHeight(tokens: Token[]): number {
  const rows = tokens.reduce<string[][]>((all, { type, content }) => {
    if (type === 'tr_open') all.push([]);
    if (type === 'inline') all.at(-1)?.push(content);
    return all;
  }, []);
  const room = lineLength / Math.max(1, rows[0]?.length ?? 1) - 4;
  return rows.reduce((sum, cells) => sum + Math.max(...cells.map((cell) => linesOf(cell.length, room))) + 0.8, 0.6);
}
