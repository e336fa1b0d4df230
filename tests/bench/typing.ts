import type { Browser, Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { noteDocumentName } from '../../src/lib/notes/noteDocument.ts';
import { bareEditorScript } from './bareEditorScript.ts';
import { startChild } from './child.ts';
import { goalMet, interleaved, overRounds, ratio, spread } from './figures.ts';
import type { Member } from './makeGround.ts';
import { openPhone, waitForMark, withBrowser } from './phone.ts';
import { type App, cookiesFor } from './theApp.ts';
import type { Joining, Mark } from './writers.ts';

type Table = {
  name: string;
  page: string;
  cookies: Member['cookies'];
  socket: string;
  document: string;
  tokens: string[];
};
type Felt = { own: number[]; others: number[]; unseen: number };
type Watched = typeof globalThis & { own: number[]; seen: Record<string, number> };

const gap = 250;

/** Runs in the page: from each key to the frame that shows it, and when each marked letter of another was drawn. */
function watchFrames(): void {
  const watched = globalThis as Watched;
  watched.own = [];
  watched.seen = {};
  const drawn = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  addEventListener('keydown', ({ timeStamp }) => drawn((at) => watched.own.push(at - timeStamp)), { capture: true });
  const paper = document.querySelector('.ProseMirror');
  if (!paper) throw new Error('there is no editor');
  new MutationObserver((changes) => {
    const fresh = new Set<string>();
    for (const { target, addedNodes } of changes)
      for (const node of [target.nodeType === Node.TEXT_NODE ? target : null, ...addedNodes])
        for (const letter of node?.textContent?.match(/[\ue000-\uf8ff]/g) ?? [])
          if (!(letter in watched.seen)) fresh.add(letter);
    for (const letter of fresh) watched.seen[letter] = NaN;
    if (fresh.size > 0) drawn((at) => fresh.forEach((letter) => (watched.seen[letter] = performance.timeOrigin + at)));
  }).observe(paper, { subtree: true, childList: true, characterData: true });
}

async function type(page: Page, keys: number): Promise<void> {
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press(String.fromCharCode(97 + (i % 26)));
    await pause(gap);
  }
}

async function sitDown(browser: Browser, table: Table, writers: number, keys: number): Promise<Felt> {
  const [crowd, marker] = [startChild('writers.ts'), startChild('writers.ts')];
  const joining: Joining = {
    url: table.socket,
    documents: [table.document],
    writers: writers - 1,
    tokens: table.tokens,
    rate: 3,
    deaf: true,
    cursors: true
  };
  const phone = await openPhone(browser, { origin: new URL(table.page).origin, cookies: table.cookies });
  try {
    await crowd.ask('join', joining);
    await marker.ask('join', { ...joining, writers: 1 } satisfies Joining);
    await phone.page.goto(table.page);
    await waitForMark(phone.page, 'editor-ready');
    await crowd.ask('write');
    await pause(2000);
    await phone.page.evaluate(watchFrames);
    const [marks] = await Promise.all([marker.ask<Mark[]>('mark', { count: keys, gap }), type(phone.page, keys)]);
    // Whatever comes later than this is later than any goal.
    await pause(writers > 20 ? 3000 : 1500);
    const { own, seen } = await phone.page.evaluate(() => {
      const { own, seen } = globalThis as Watched;
      return { own, seen };
    });
    const others = marks.map(({ letter, at }) => (seen[letter] ?? NaN) - at).filter(Number.isFinite);
    return { own, others, unseen: marks.length - others.length };
  } finally {
    await phone.close();
    await Promise.all([crowd.stop(), marker.stop()]);
  }
}

/** Row 2: writing and reading on a slow phone while 20 and 50 others write, beside a bare editor on bare Hocuspocus. */
export async function typing(app: App, { keys, rounds }: { keys: number; rounds: number }) {
  const bare = startChild('bareHocuspocus.ts');
  try {
    const { port } = await bare.ask<{ port: number }>('start', { script: await bareEditorScript() });
    const { circle, single, groups, members } = app.ground;
    const bareTable = (name: string): Table => ({
      name: 'bare editor on bare Hocuspocus',
      page: `http://127.0.0.1:${port}/?note=${name}`,
      cookies: [],
      socket: `ws://127.0.0.1:${port}/`,
      document: name,
      tokens: ['']
    });
    const appTable = (group: number): Table => ({
      name: 'app',
      page: `${app.server.url}/circles/${circle}/notes/${single.question}/${groups[group]}`,
      cookies: cookiesFor(app, 'lead'),
      socket: `${app.server.url.replace('http', 'ws')}/collab`,
      document: noteDocumentName(single.notes[group] ?? ''),
      tokens: members.slice(1).map(({ token }) => token)
    });
    const results = [];
    for (const [place, writers] of [20, 50].entries()) {
      // An empty note each round: one that grows would slow the later rounds down.
      const tables = [
        (round: number) => bareTable(`${writers}-${round}`),
        (round: number) => appTable(8 + place * 4 + round)
      ];
      const found = await withBrowser((browser) =>
        interleaved(tables, rounds, (table, round) => sitDown(browser, table(round), writers, keys))
      );
      const of = (key: 'own' | 'others') => found.map((rows) => overRounds(rows.map((row) => spread(row[key]))));
      const [own, others] = [of('own'), of('others')];
      results.push({
        writers,
        peer: { name: bareTable('').name, ownKeyToFrameMs: own[0], othersChangeToFrameMs: others[0] },
        app: { ownKeyToFrameMs: own[1], othersChangeToFrameMs: others[1] },
        unseen: { peer: unseenIn(found[0]), app: unseenIn(found[1]) },
        ownP95Ratio: ratio(own[1]?.p95 ?? null, own[0]?.p95 ?? null),
        othersP95Ratio: ratio(others[1]?.p95 ?? null, others[0]?.p95 ?? null),
        met: {
          own: goalMet(own[1]?.p95 ?? null, 150),
          others: goalMet(others[1]?.p95 ?? null, writers <= 20 ? 250 : 400)
        }
      });
    }
    return {
      goal: "p95: own key to frame 150 ms; another's change to frame 250 ms with 20 writers, 400 ms with 50",
      phone: 'processor 4 times slower',
      rounds,
      results
    };
  } finally {
    await bare.stop();
  }
}

const unseenIn = (rows: Felt[] | undefined) => (rows ?? []).reduce((sum, { unseen }) => sum + unseen, 0);
