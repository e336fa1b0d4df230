import type { Browser } from '@playwright/test';
import { brotliCompressSync } from 'node:zlib';
import { bareEditorScript } from './bareEditorScript.ts';
import { goalMet, rounded } from './figures.ts';
import type { Floor } from './floor.ts';
import type { Member } from './makeGround.ts';
import { openPhone, waitForMark, withBrowser } from './phone.ts';
import { type App, cookiesFor } from './theApp.ts';

type Load = { status: number; scriptFiles: number; scriptKB: number; styleKB: number; htmlKB: number };

/** Opens a page and adds up the bodies that came over the wire, compressed as they came. */
export async function load(browser: Browser, url: string, cookies: Member['cookies'], mark?: string): Promise<Load> {
  const { page, close } = await openPhone(browser, { origin: new URL(url).origin, cookies, slowdown: 1 });
  const bytes = { script: 0, style: 0, html: 0 };
  let scriptFiles = 0;
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(
      (async () => {
        const type = (await request.response())?.headers()['content-type'] ?? '';
        const { responseBodySize } = await request.sizes();
        const kind = /javascript/.test(type)
          ? 'script'
          : /css/.test(type)
            ? 'style'
            : /html/.test(type)
              ? 'html'
              : null;
        if (kind) bytes[kind] += responseBodySize;
        if (kind === 'script') scriptFiles++;
      })()
    );
  });
  try {
    const answer = await page.goto(url, { waitUntil: 'networkidle' });
    if (mark) {
      await waitForMark(page, mark);
      await page.waitForLoadState('networkidle');
    }
    await Promise.all(sizes);
    const kB = (count: number) => rounded(count / 1000, 1) ?? 0;
    return {
      status: answer?.status() ?? 0,
      scriptFiles,
      scriptKB: kB(bytes.script),
      styleKB: kB(bytes.style),
      htmlKB: kB(bytes.html)
    };
  } finally {
    await close();
  }
}

/** Row 4: the script that each main page makes a browser fetch, in kB as compressed, and how much of it is ours. */
export async function scripts(app: App, floor: Floor) {
  return withBrowser(async (browser) => {
    const framework = await load(browser, `${floor.url}/`, []);
    const editor = brotliCompressSync(await bareEditorScript()).length / 1000;
    const pages: Record<string, unknown> = {};
    for (const [name, { path, as }] of Object.entries(app.pages)) {
      const writes = name === 'note, writing';
      const mark = writes ? 'editor-ready' : undefined;
      const loaded = await load(browser, app.server.url + path, cookiesFor(app, as), mark).catch(
        (fault: Error) => fault
      );
      if (loaded instanceof Error) {
        pages[name] = { missing: loaded.message.split('\n')[0] };
        continue;
      }
      const { status, ...found } = loaded;
      const ownKB = rounded(found.scriptKB - framework.scriptKB, 1) ?? 0;
      pages[name] =
        status !== 200
          ? { missing: `the page answers ${status}` }
          : writes
            ? { ...found, ownKB: rounded(ownKB - editor, 1), met: goalMet(found.scriptKB, 155) }
            : { ...found, ownKB, met: goalMet(ownKB, 10) };
    }
    return {
      goal: 'at most 10 kB of our own on top of the framework; a note with its editor at most 155 kB in all',
      peer: { framework: framework.scriptKB, bareEditor: rounded(editor, 1) },
      pages
    };
  });
}
