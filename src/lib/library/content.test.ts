import { describe, expect, it } from 'vitest';
import { readingGrade } from '../../../tests/readingGrade.ts';
import { practiceMinutes, practiceSorts, type DocumentKind, type DocumentOf, type LibraryDocument } from './schema.ts';
import { builtIn, drawingOf } from './server/builtIn.ts';
import { wordsOf } from './wordsOf.ts';

const content = builtIn;
const of = <K extends DocumentKind>(kind: K) => content.filter((some): some is DocumentOf<K> => some.kind === kind);
const names = (some: readonly LibraryDocument[]) => some.map(({ slug }) => slug);
const each = (kind: DocumentKind) => of(kind).map((some) => [some.slug, some] as const);
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the library ships', () => {
  it('twenty practices and more, of every kind and every length', () => {
    expect(of('practice').length).toBeGreaterThanOrEqual(20);
    expect(new Set(of('practice').map(({ sort }) => sort))).toEqual(new Set(practiceSorts));
    expect(new Set(of('practice').map(({ minutes }) => minutes))).toEqual(new Set(practiceMinutes));
  });

  it('twelve scenarios, six sections, their handouts and visuals, and more', () => {
    expect(of('scenario').length).toBeGreaterThanOrEqual(12);
    expect(of('section').length).toBeGreaterThanOrEqual(6);
    expect(of('visual').length).toBeGreaterThanOrEqual(6);
    expect(of('handout').length).toBeGreaterThanOrEqual(12);
  });

  it('no two documents of one name or title', () => {
    for (const told of [content.map(({ kind, slug }) => `${kind} ${slug}`), content.map(({ title }) => title)])
      expect(told).toEqual([...new Set(told)]);
  });
});

describe('reading grade', () => {
  it.each(content.map((some) => [`${some.kind} ${some.slug}`, some] as const))('%s is not above 10', (_, some) => {
    expect(readingGrade(wordsOf(some))).toBeLessThanOrEqual(10);
  });

  it('is 8 at most on average', () => {
    expect(sum(content.map((some) => readingGrade(wordsOf(some)))) / content.length).toBeLessThanOrEqual(8);
  });

  it('tells simple from heavy text', () => {
    const simple =
      'We sit in a ring. One of us holds the stone. Who holds it may speak. The others hear them out. Then the stone goes on. No one has to say a word at all. '.repeat(
        2
      );
    const heavy =
      'Organisational implementation considerations necessitate comprehensive interdisciplinary collaboration, particularly regarding accountability mechanisms, professional supervision arrangements and institutional responsibilities within contemporary human service environments internationally, notwithstanding administrative complications. '.repeat(
        2
      );
    expect(readingGrade(simple)).toBeLessThan(3);
    expect(readingGrade(heavy)).toBeGreaterThan(20);
  });
});

it.each(each('practice'))('the steps of %s take its minutes', (_, some) => {
  const { steps, minutes } = some as DocumentOf<'practice'>;
  expect(sum(steps.map(({ seconds }) => seconds))).toBe(minutes * 60);
});

it.each(each('scenario'))('%s asks five questions, each once and as a question', (_, some) => {
  const questions = Object.values((some as DocumentOf<'scenario'>).questions);
  expect(new Set(questions).size).toBe(5);
  for (const question of questions) expect(question).toMatch(/\?$/);
});

describe.each(each('section'))('the section %s', (_, some) => {
  const section = some as DocumentOf<'section'>;

  it('has parts that are there', () => {
    expect(names(of('scenario'))).toEqual(expect.arrayContaining(section.scenarios));
    expect(names(of('practice'))).toContain(section.practice);
    expect(names(of('visual'))).toContain(section.visual);
    expect(names(of('handout'))).toEqual(expect.arrayContaining(section.handouts));
  });

  it('has an agenda of 45 and one of 60 minutes, and each adds up', () => {
    expect(section.agendas.map(({ minutes }) => minutes)).toEqual(expect.arrayContaining([45, 60]));
    for (const { minutes, items } of section.agendas) expect(sum(items.map((item) => item.minutes))).toBe(minutes);
  });

  it('opens and closes every agenda, reads the agreements back, and never shortens below the least', () => {
    for (const { items } of section.agendas) {
      expect([items[0]?.kind, items.at(-1)?.kind]).toEqual(['opening', 'closing']);
      expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['agreements', 'check_in', 'actions']));
      for (const item of items) expect(item.minMinutes).toBeLessThanOrEqual(item.minutes);
      for (const item of [items[0], items.at(-1)]) expect(item?.minMinutes).toBe(item?.minutes);
    }
  });
});

it('sections have an order without a gap', () => {
  expect(
    of('section')
      .map(({ order }) => order)
      .sort((a, b) => a - b)
  ).toEqual(of('section').map((_, at) => at + 1));
});

it('every handout and every visual belongs to a section', () => {
  const used = of('section').flatMap(({ visual, handouts }) => [visual, ...handouts]);
  expect([...names(of('handout')), ...names(of('visual'))].filter((slug) => !used.includes(slug))).toEqual([]);
});

describe.each(each('visual'))('the visual %s', (_, { slug, ...some }) => {
  const drawing = drawingOf(slug)!;

  it('is as large as A4, and draws nothing from elsewhere', () => {
    expect(drawing).toMatch(/^<svg [^>]*viewBox="0 0 210 297"/);
    expect(drawing).not.toMatch(/<script|<image|<foreignObject|href=|url\(\s*['"]?https?:|@import|\son\w+=/i);
  });

  // Ten arc minutes at three metres, twice what good eyes need, is a capital of 8.7 mm: type of 12.5 mm.
  it('is legible at three metres: no type below 12.5 mm', () => {
    const sizes = [...drawing.matchAll(/font-size[=:]\s*"?([\d.]+)/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12.5);
    for (const [text] of drawing.matchAll(/<text[^>]*>/g)) expect(text).toMatch(/font-size|class=/);
  });

  it('says in words what is written on it', () => {
    const { text } = some as DocumentOf<'visual'>;
    for (const [, written = ''] of drawing.matchAll(/<text[^>]*>([^<]*)</g)) expect(text).toContain(written.trim());
  });
});
