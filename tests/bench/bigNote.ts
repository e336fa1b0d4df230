import type { Browser } from '@playwright/test';
import { bareEditorScript } from './bareEditorScript.ts';
import { startChild } from './child.ts';
import { goalMet, interleaved, median, ratio, rounded } from './figures.ts';
import type { Member } from './makeGround.ts';
import { openPhone, waitForMark, withBrowser } from './phone.ts';
import { type App, cookiesFor } from './theApp.ts';

type Opened = { text: number; writable: number };
type Watched = typeof globalThis & { textShown?: number };

/** Runs in the page before its own scripts: notes the frame in which the first comment stands there. */
function watchForText(): void {
  const look = () => {
    const item = [...document.querySelectorAll('li')].find((one) => one.textContent?.includes('Comment 1:'));
    if (!item?.checkVisibility()) requestAnimationFrame(look);
    // After this frame has been drawn.
    else requestAnimationFrame(() => setTimeout(() => ((globalThis as Watched).textShown = performance.now())));
  };
  look();
}

async function open(browser: Browser, url: string, cookies: Member['cookies']): Promise<Opened> {
  const { page, close } = await openPhone(browser, { origin: new URL(url).origin, cookies, slowLine: true });
  try {
    await page.addInitScript(watchForText);
    await page.goto(url, { waitUntil: 'commit' });
    const writable = await waitForMark(page, 'editor-ready');
    return { text: await page.evaluate(() => (globalThis as Watched).textShown ?? NaN), writable };
  } finally {
    await close();
  }
}

/** Row 3: a note with 500 comments on a slow phone on a slow line: when it can be read, and when it can be written. */
export async function bigNote(app: App, { runs }: { runs: number }) {
  const bare = startChild('bareHocuspocus.ts');
  try {
    const { port } = await bare.ask<{ port: number }>('start', { script: await bareEditorScript(), bigNote: 500 });
    const { circle, single, groups } = app.ground;
    const contenders = [
      { name: 'bare editor on bare Hocuspocus', url: `http://127.0.0.1:${port}/?note=big`, cookies: [] },
      {
        name: 'app, as recorder',
        url: `${app.server.url}/circles/${circle}/notes/${single.question}/${groups[3]}`,
        cookies: cookiesFor(app, 'lead')
      }
    ];
    return await withBrowser(async (browser) => {
      const found = await interleaved(contenders, runs, ({ url, cookies }) => open(browser, url, cookies));
      const middle = (i: number, key: keyof Opened) => rounded(median((found[i] ?? []).map((row) => row[key])), 0);
      const [text, writable] = [middle(1, 'text'), middle(1, 'writable')];
      return {
        goal: 'its text shown within 600 ms, writable within 2 s',
        phone:
          'processor 4 times slower, 1.6 Mbps, 150 ms round trip, nothing cached; the browser does not slow sockets',
        runs,
        peer: { name: contenders[0]?.name, textMs: middle(0, 'text'), writableMs: middle(0, 'writable') },
        app: { name: contenders[1]?.name, textMs: text, writableMs: writable },
        textRatio: ratio(text, middle(0, 'text')),
        writableRatio: ratio(writable, middle(0, 'writable')),
        met: { text: goalMet(text, 600), writable: goalMet(writable, 2000) }
      };
    });
  } finally {
    await bare.stop();
  }
}
