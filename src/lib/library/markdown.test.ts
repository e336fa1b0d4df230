import { expect, test } from 'vitest';
import { blocksOf, toHtml } from './markdown.ts';

test('paragraphs, lists, bold and quotes', () => {
  expect(toHtml('One **two**.\n\n- a\n- b\n\n> said')).toBe(
    '<p>One <strong>two</strong>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<blockquote>\n<p>said</p>\n</blockquote>\n'
  );
});

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['an attribute that acts', '<b onclick="alert(1)">x</b>'],
  ['a picture', '![x](https://example.org/x.png)'],
  ['a picture that acts', '<img src=x onerror=alert(1)>'],
  ['an entity', '&lt;script&gt;'],
  ['a script in a table', '| a |\n| - |\n| <script>x</script> |'],
  ['a script in a box to tick', '- [ ] <script>x</script>']
])('shows %s as it was typed', (_, text) => {
  const html = toHtml(text);
  expect(html).not.toMatch(/<(script|img|b )/);
});

test.each([
  'javascript:alert(1)',
  'JavaScript&#58;alert(1)',
  'data:text/html,x',
  '//example.org',
  'http://example.org',
  'vbscript:x'
])('makes no link to %s', (address) => {
  expect(toHtml(`[here](${address})`)).not.toContain('<a');
  expect(toHtml(`<${address}>`)).not.toContain('<a');
});

test('links lead to https or into Circlewell, and tell the other site nothing', () => {
  expect(toHtml('[here](https://example.org/a)')).toContain(
    '<a href="https://example.org/a" rel="noreferrer external">'
  );
  expect(toHtml('[here](/library)')).toContain('<a href="/library"');
});

test('boxes to tick and lines to write on', () => {
  const html = toHtml('- [ ] one\n- [x] two\n- [link] three\n\nMy sign:\n\n____\n\nMore:\n\n---\n');
  expect(html.match(/class="tick"/g)).toHaveLength(2);
  expect(html.match(/class="tick-box"/g)).toHaveLength(2);
  expect(html).not.toContain('[ ]');
  expect(html).toContain('[link] three');
  expect(html.match(/class="write-line"/g)).toHaveLength(2);
  expect(html).not.toContain('<hr');
});

test('headings take the level of the place they stand in', () => {
  expect(toHtml('### a\n\n#### b', 2)).toBe('<h2>a</h2>\n<h3>b</h3>\n');
  expect(toHtml('## a', 4)).toBe('<h4>a</h4>\n');
});

test.each(['', '**open', '[a](', '| a', '> > >', '- [ ]', '`', '___ a', '\u0000'])('bears with %j', (text) => {
  expect(() => [toHtml(text), blocksOf(text)]).not.toThrow();
});

test('blocks know headings, take more lines the longer they are, and say what the text says', () => {
  const text = `## Title\n\n${'word '.repeat(20)}\n\n${'word '.repeat(200)}\n\n| a | b |\n| - | - |\n| 1 | 2 |`;
  const blocks = blocksOf(text);
  expect(blocks.map(({ isHeading }) => isHeading)).toEqual([true, false, false, false]);
  expect(blocks[2]!.lines).toBeGreaterThan(blocks[1]!.lines + 8);
  expect(blocks.map(({ html }) => html).join('')).toBe(toHtml(text, 3));
});

test('a list may be cut between two entries and counts on; an entry stays whole', () => {
  const html = blocksOf('3. One\n\n   More of it\n4. Two\n   - with\n   - inner\n\n- [ ] Tick\n- Not').map((block) =>
    block.html.replace(/\s+/g, ' ').trim()
  );
  expect(html).toHaveLength(4);
  expect(html[0]).toMatch(/^<ol start="3">.*One.*More of it.*<\/ol>$/);
  expect(html[1]).toMatch(/^<ol start="4">.*Two.*<ul>.*inner.*<\/ul>.*<\/ol>$/);
  expect(html[2]).toMatch(/^<ul> <li class="tick">/);
  expect(html[3]).toBe('<ul> <li>Not</li> </ul>');
});

test('lines to write on stay with the words above them', () => {
  const [asked, ...others] = blocksOf('My sign:\n\n---\n\n---\n\nThen');
  expect(asked!.html.match(/write-line/g)).toHaveLength(2);
  expect(others).toHaveLength(1);
});
