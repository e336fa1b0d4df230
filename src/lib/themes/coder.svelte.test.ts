import { beforeEach, expect, test, vi } from 'vitest';
import { Coder } from './coder.svelte.ts';
import type { CodingPage } from './codingPage.ts';
import type { Deed } from './deed.ts';

const server = vi.hoisted(() => ({ answers: [] as object[], sent: [] as Record<string, unknown>[], loads: 0 }));
vi.mock('$app/forms', () => ({ deserialize: (text: string) => JSON.parse(text) as object }));
vi.mock('$app/navigation', () => ({ invalidateAll: () => Promise.resolve(void (server.loads += 1)) }));
vi.mock('$app/state', () => ({ navigating: { to: null } }));

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [rest, talk, tea, walk] = [id(1), id(2), id(11), id(12)];
const comment = (id: string, text: string) => ({ id, text, count: 1, group: null });
const page: CodingPage = {
  question: { id: id(21), number: 1, prompt: '', tableTitle: '', summary: '', groupsResponding: null },
  circle: { id: id(22), title: '', state: 'closed', timeZone: 'UTC' },
  questions: [],
  coding: {
    themes: [
      { id: rest, name: 'Rest', description: '', position: 1 },
      { id: talk, name: 'Talk', description: '', position: 2 }
    ],
    comments: [comment(tea, 'Tea'), comment(walk, 'Walk')],
    codings: {}
  },
  changed: [],
  version: 7,
  mayCode: true,
  history: [{ id: 1, label: 'Something', undone: false, madeAt: '2026-01-01T00:00:00Z', madeBy: null }]
};
const place = (comment: string, theme: string): Deed => ({ does: 'place', comment, theme, name: '', id: id(99) });
const saved = (version: number) => ({ type: 'success', status: 200, data: { version } });
const refused = (status: number, message: string) => ({ type: 'failure', status, data: { message } });

beforeEach(() => {
  Object.assign(server, { answers: [], sent: [], loads: 0 });
  vi.stubGlobal('fetch', async (action: string, { body }: { body: FormData }) => {
    server.sent.push({ action, ...Object.fromEntries(body) });
    const answer = server.answers.shift();
    if (!answer) throw new TypeError('the network is away');
    return new Response(JSON.stringify(answer));
  });
});

test('a step is seen at once, and steps are sent one after the other, each from the version before it', async () => {
  server.answers = [saved(8), saved(9)];
  const coder = new Coder(() => page);
  coder.run(place(tea, rest));
  coder.run(place(walk, talk));
  expect(coder.view.coding.codings).toMatchObject({ [tea]: { theme: rest }, [walk]: { theme: talk } });
  expect(coder.said).toBe('“Walk” is now in “Talk”.');
  await coder.settled();
  expect(server.sent.map(({ action, comment, version }) => [action, comment, version])).toEqual([
    ['?/change', tea, '7'],
    ['?/change', walk, '8']
  ]);
  expect(coder.version).toBe(9);
  expect(coder.view.coding.codings).toMatchObject({ [tea]: { theme: rest }, [walk]: { theme: talk } });
});

test('when someone was faster, the step is taken back, told, and kept to be done again', async () => {
  server.answers = [refused(409, 'Someone else coded this question just now.')];
  const coder = new Coder(() => page);
  coder.run(place(tea, rest));
  coder.run(place(walk, talk));
  await coder.settled();
  expect(coder.view.coding.codings).toEqual({});
  expect(coder.trouble).toBe('Someone else coded this question just now.');
  expect(coder.unsent).toHaveLength(2);
  expect(server.loads).toBe(1);

  server.answers = [saved(8), saved(9)];
  coder.runUnsent();
  await coder.settled();
  expect(coder.unsent).toEqual([]);
  expect(coder.trouble).toBe('');
  expect(Object.keys(coder.view.coding.codings)).toEqual([tea, walk]);
});

test('without a network nothing is lost', async () => {
  const coder = new Coder(() => page);
  coder.run(place(tea, rest));
  await coder.settled();
  expect(coder.unsent).toEqual([place(tea, rest)]);
  expect(coder.trouble).toMatch(/network/);
});

test('what can not be done is said and never sent', () => {
  const coder = new Coder(() => page);
  expect(coder.run({ does: 'add', name: 'rest', description: '', id: id(99) })).toBe(false);
  expect(coder.trouble).toMatch(/already a theme called “Rest”/);
  expect(server.sent).toEqual([]);
});

test('undo waits for what is being saved, and says what it took back', async () => {
  server.answers = [saved(8), saved(9)];
  const coder = new Coder(() => page);
  coder.run(place(tea, rest));
  await coder.undo();
  expect(server.sent.map(({ action, version }) => [action, version])).toEqual([
    ['?/change', '7'],
    ['?/undo', '8']
  ]);
  expect(coder.said).toBe('Taken back: Something');
});

test('undo says so when there is nothing to undo', async () => {
  server.answers = [{ type: 'success', status: 200, data: { version: null } }];
  const coder = new Coder(() => page);
  await coder.undo();
  expect(coder.said).toBe('There is nothing to undo.');
});
