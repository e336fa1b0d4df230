import { expect, test } from 'vitest';
import { answerPage, fillLibrary, type Worker } from './answer.ts';
import { forgetPages, keepPage, ownCache, ownPages } from './kept.ts';
import { testDevice } from './device.stage.ts';

const home = 'https://circles.example.org';
const path = '/circles/1/pack';
const pack = { path, kind: 'pack' as const, person: 'ana', title: 'Monday', until: 1000 };
const never = () => new Promise<null>(() => {});

async function stage(over: Partial<Worker> = {}) {
  const device = testDevice({ '/offline': 'what is here', '/library/practices/rest': 'rest' });
  const worker: Worker = { ...device, version: 'v1', now: () => 10, isNewest: () => true, patience: never, ...over };
  await fillLibrary(worker, ['/offline', '/library/practices/rest']);
  await keepPage(await device.store.open(ownCache), device.ask, pack, new Response('kept'));
  const open = async (address: string, ask: () => Promise<Response>) => {
    const works: Promise<unknown>[] = [];
    const answer = await answerPage(worker, home + address, ask, (work) => works.push(work));
    const text = await answer.text();
    await Promise.all(works);
    return text;
  };
  return { open, worker, own: async () => (await ownPages(device.store, 10)).map((page) => page.path) };
}
const offline = () => Promise.reject(new TypeError('Failed to fetch'));
const says =
  (text: string, status = 200) =>
  async () =>
    new Response(text, { status });

test('with a network the server’s page is shown, and what is kept of it is made new', async () => {
  const { open } = await stage();
  expect(await open(path, says('fresh'))).toBe('fresh');
  expect(await open(path, offline)).toBe('fresh');
  expect(await open('/home', says('home'))).toBe('home');
});

test('without one what is kept is shown, whatever its query; for everything else the page that says what is here', async () => {
  const { open } = await stage();
  expect(await open(`${path}?paper=letter`, offline)).toBe('kept');
  expect(await open('/library/practices/rest', offline)).toBe('rest');
  expect(await open('/home', offline)).toBe('what is here');
  expect(await open('/home', says('Bad gateway', 502))).toBe('Bad gateway');
  expect(await open(path, says('Bad gateway', 502))).toBe('kept');
});

test('a page that is made new while somebody signs out is not kept again', async () => {
  const { open, own, worker } = await stage();
  worker.ask = async () => {
    await forgetPages(worker.store);
    return new Response('script');
  };
  expect(await open(path, says('<script src="/_app/immutable/new.js"></script>'))).toContain('new.js');
  expect(await own()).toEqual([]);
});

test('practices of the version before go when those of the newest are there; what a newer one has brought stays', async () => {
  const { worker } = await stage();
  await worker.store.open('circlewell-library-v2');
  await fillLibrary({ ...worker, isNewest: () => false }, ['/offline']);
  expect(await worker.store.keys()).toContain('circlewell-library-v2');
  await fillLibrary({ ...worker, version: 'v2' }, ['/offline']);
  expect(await worker.store.keys()).toEqual(['circlewell-own', 'circlewell-library-v2']);
});

test('a server that says nothing in time is not waited for where the page is here', async () => {
  const { open } = await stage({ patience: async () => null });
  const slow = () => new Promise<Response>((done) => setImmediate(() => done(new Response('late'))));
  expect(await open(path, slow)).toBe('kept');
  expect(await open('/home', slow)).toBe('late');
});

test('nothing is shown after its time', async () => {
  const { open } = await stage({ now: () => 1000 });
  expect(await open(path, offline)).toBe('what is here');
});

test.each([
  ['the sign-in page', '/sign-in', 200],
  ['a refused session', '/home', 401],
  ['a circle that is closed to this person', path, 403],
  ['a circle that is gone', path, 404]
])('%s takes the pack away', async (_, address, status) => {
  const { open, own } = await stage();
  await open('/home', says('home'));
  expect(await own()).toEqual([path]);
  await open(address, says('no', status));
  expect(await own()).toEqual([]);
});
