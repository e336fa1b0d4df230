import { expect, test } from 'vitest';
import { builtInDocument, builtInOf } from '../server/builtIn.ts';
import { sheetsOf, type PackSource } from './sheets.ts';

const sources = builtInOf('section').map((section): [string, PackSource] => [
  section.slug,
  {
    section,
    scenarios: section.scenarios.map((slug) => builtInDocument('scenario', slug)!),
    practice: builtInDocument('practice', section.practice)!,
    visual: builtInDocument('visual', section.visual)!,
    handouts: section.handouts.map((slug) => builtInDocument('handout', slug)!)
  }
]);

test.each(sources)('%s: every part is in the contents, on the page where it begins', (_, source) => {
  const { sheets, contents } = sheetsOf(source, 'letter');
  const begin = sheets.flatMap((sheet, at) => ('goesOn' in sheet && sheet.goesOn ? [] : [[sheet.title, at + 2]]));
  expect(contents.map(({ title, page }) => [title, page])).toEqual(begin);
  const { section, scenarios, handouts } = source;
  // Introduction, activity, video, practice and visual, and what there may be several of.
  expect(contents).toHaveLength(5 + scenarios.length + section.agendas.length + handouts.length);
});

test.each(sources)('%s: no sheet ends with a heading, and no text is lost', (_, source) => {
  const { sheets } = sheetsOf(source, 'letter');
  const texts = sheets.flatMap((sheet) => (sheet.kind === 'text' ? [sheet.html] : []));
  for (const html of texts) expect(html.trim()).not.toMatch(/<\/h\d>$/);
  const items = sheets.flatMap((sheet) => (sheet.kind === 'agenda' ? sheet.items : []));
  expect(items).toEqual(source.section.agendas.flatMap((agenda) => agenda.items));
});

test('a long agenda goes on overleaf at the right time, and its closing is not alone', () => {
  const [, source] = sources[0]!;
  const [agenda] = source.section.agendas;
  const items = agenda!.items.map((item) => ({ ...item, notes: 'word '.repeat(150) }));
  const long = { ...source, section: { ...source.section, agendas: [{ ...agenda!, items }] } };
  const parts = sheetsOf(long, 'a4').sheets.filter((sheet) => sheet.kind === 'agenda');
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap((part) => part.items)).toEqual(items);
  expect(parts.at(-1)!.items.length).toBeGreaterThan(1);
  let minutes = 0;
  for (const part of parts) {
    expect(Date.parse(part.startsAt) - Date.UTC(2000, 0, 1)).toBe(minutes * 60_000);
    minutes += part.items.reduce((sum, item) => sum + item.minutes, 0);
  }
});
