import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './circlewell.ts';
import { readPdf } from './pdf.ts';

const content = join(import.meta.dirname, '../../src/lib/library/content');
const slugs = (folder: string) =>
  readdirSync(join(content, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -3));
const onScreen = [
  'Leave quickly',
  'If you need to talk',
  'Your circles',
  'The section on paper',
  'What is kept',
  'Go to the main'
];

/** What the contents on the cover promise: title and page. */
const contentsOf = (page: Page) =>
  page
    .locator('.pack-sheet')
    .first()
    .locator('ol > li')
    .evaluateAll((lines) =>
      lines.map((line) => {
        const [title, number] = [...line.children].map((part) => part.textContent!.trim());
        return {
          title: title!.split(/,\s+(?:scenario|practice|agenda|visual|handout)$/)[0]!,
          page: Number(/\d+$/.exec(number!)![0])
        };
      })
    );

for (const [paper, size] of [
  ['', [595, 842]],
  ['/letter', [612, 792]]
] as const) {
  test(`every section prints as one pack${paper}, a sheet a page, with true page numbers`, async ({ page }) => {
    for (const slug of slugs('sections')) {
      await page.goto(`/library/sections/${slug}/pack${paper}`);
      const contents = await contentsOf(page);
      const sheets = await page.locator('.pack-sheet').count();
      const { count, size: found, pages } = readPdf(await page.pdf({ preferCSSPageSize: true }));
      expect(found, slug).toEqual([...size]);
      expect(count, `${slug}: a sheet a page`).toBe(sheets);
      expect(contents.length, slug).toBeGreaterThanOrEqual(9);
      expect(contents[0]!.page).toBe(2);
      if (pages === null) continue;
      for (const line of contents) {
        const words = pages[line.page - 1]!.replace(/\s+/g, ' ');
        // The poster draws its title in lines of its own.
        expect(words.toLowerCase(), `${slug}, page ${line.page}`).toContain(line.title.toLowerCase().split(',')[0]!);
        expect(words).not.toContain('continued');
      }
      for (const [at, words] of pages.entries()) expect(words, slug).toContain(`${at + 1} / ${count}`);
      const all = pages.join('\n');
      for (const words of onScreen) expect(all, slug).not.toContain(words);
      expect(all).toContain('Contents');
      expect(all).toContain('https://');
    }
  });
}

test('a poster fills one sheet of A4, Letter or A3 and nothing else is on it', async ({ page }) => {
  test.slow();
  for (const slug of slugs('visuals')) {
    for (const [paper, size] of [
      ['', [595, 842]],
      ['/letter', [612, 792]],
      ['/a3', [842, 1191]]
    ] as const) {
      await page.goto(`/library/visuals/${slug}${paper}`);
      const { count, size: found, pages } = readPdf(await page.pdf({ preferCSSPageSize: true }));
      expect(count, slug + paper).toBe(1);
      expect(found, slug + paper).toEqual([...size]);
      for (const words of [...onScreen, 'Download', 'in words']) expect(pages?.join() ?? '', slug).not.toContain(words);
    }
  }
});

test('a poster has a name and a description, and is there as a file', async ({ page, request }) => {
  await page.goto('/library/visuals/compassion-steps');
  await expect(page.getByRole('img', { name: 'Compassion, step by step' })).toHaveAccessibleDescription(
    /five stepping stones/
  );
  const answer = await request.get('/library/visuals/compassion-steps.svg');
  expect(answer.headers()['content-type']).toContain('image/svg+xml');
  expect(await answer.text()).toMatch(/^<svg xmlns/);
});

test('a handout prints its title and text alone, on two sheets at most', async ({ page }) => {
  for (const slug of slugs('handouts')) {
    await page.goto(`/library/handouts/${slug}`);
    const title = (await page.getByRole('heading', { level: 1 }).textContent())!;
    const { count, pages } = readPdf(await page.pdf());
    expect(count, slug).toBeLessThanOrEqual(2);
    if (pages === null) continue;
    expect(pages[0]!.replace(/\s+/g, ' '), slug).toContain(title);
    for (const words of [...onScreen, 'Copy to your team', 'Part of:']) expect(pages.join(), slug).not.toContain(words);
  }
});

test('a scenario prints open, a practice with its steps', async ({ page }) => {
  await page.goto('/library/scenarios/the-joke');
  const { pages } = readPdf(await page.pdf());
  test.skip(pages === null, 'pdftotext is not installed');
  expect(pages!.join()).toContain('Then Greg does the voice.');
  expect(pages!.join()).not.toContain('Put into a circle');
  await page.goto('/library/practices/six-slow-breaths/play');
  const steps = await page.locator('[data-step]').allTextContents();
  const played = readPdf(await page.pdf())
    .pages!.join()
    .replace(/\s+/g, ' ');
  for (const step of steps) expect(played).toContain(step);
});
