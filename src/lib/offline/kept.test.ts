import { expect, test } from 'vitest';
import {
  fill,
  forgetLibrary,
  forgetPages,
  keepPage,
  libraryCache,
  libraryPage,
  ownCache,
  ownPages,
  practicesHere,
  tidy,
  type KeptPage
} from './kept.ts';
import { testDevice } from './device.stage.ts';

const script = (name: string) => `/_app/immutable/${name}.js`;
const pageWith = (...scripts: string[]) => scripts.map((name) => `<script src="${script(name)}"></script>`).join('');
const pack = (id: string, person = 'ana', until = 1000): KeptPage => ({
  path: `/circles/${id}/pack`,
  kind: 'pack',
  person,
  title: `Äpfel „${id}“`,
  until
});
const device = () => testDevice({ [script('a')]: 'a', [script('b')]: 'b' });
async function keep({ store, ask }: ReturnType<typeof device>, page: KeptPage, html = pageWith('a')) {
  const answer = new Response(html, { headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' } });
  await keepPage(await store.open(ownCache), ask, page, answer);
}
const pathsOf = async ({ store }: ReturnType<typeof device>, now = 0) =>
  (await ownPages(store, now)).map(({ path }) => path);

test('a page is kept with its scripts and what is to be known of it', async () => {
  const here = device();
  await keep(here, pack('1'));
  expect(await ownPages(here.store, 0)).toEqual([pack('1')]);
  const answer = (await (await here.store.open(ownCache)).match('/circles/1/pack'))!;
  expect(await answer.text()).toBe(pageWith('a'));
  expect(answer.headers.get('content-type')).toBe('text/html');
  expect(answer.headers.has('content-encoding')).toBe(false);
  expect(here.inside()).toEqual({ [ownCache]: [script('a'), '/circles/1/pack'] });
});

test('a page whose script can’t be had is not kept by half', async () => {
  const here = device();
  await expect(keep(here, pack('1'), pageWith('a', 'missing'))).rejects.toThrow('404');
  expect(await pathsOf(here)).toEqual([]);
});

test('what is over is not shown any more and goes', async () => {
  const here = device();
  await keep(here, pack('1', 'ana', 500));
  await keep(here, pack('2', 'ana', 1000));
  expect(await pathsOf(here, 499)).toEqual(['/circles/1/pack', '/circles/2/pack']);
  expect(await pathsOf(here, 500)).toEqual(['/circles/2/pack']);
  expect(await pathsOf(here)).toEqual(['/circles/2/pack']);
});

test('when somebody else comes, the others’ pages go; at sign-out all, scripts included; practices stay', async () => {
  const here = device();
  await keep(here, pack('1', 'ana'));
  await keep(here, pack('2', 'ben'), pageWith('b'));
  await here.store.open(libraryCache('v1'));
  await forgetPages(here.store, ({ person }) => person !== 'ben');
  expect(here.inside()).toEqual({ [ownCache]: [script('b'), '/circles/2/pack'], 'circlewell-library-v1': [] });
  await forgetPages(here.store);
  expect(here.inside()).toEqual({ [ownCache]: [], 'circlewell-library-v1': [] });
});

test('a browser that keeps nothing gets no cache by being looked at', async () => {
  const here = device();
  await forgetPages(here.store);
  expect(await pathsOf(here)).toEqual([]);
  expect(here.inside()).toEqual({});
});

test('scripts of an older version go with the page that named them', async () => {
  const here = device();
  await keep(here, pack('1'), pageWith('a', 'b'));
  await keep(here, pack('1'), pageWith('b'));
  await tidy(await here.store.open(ownCache));
  expect(here.inside()).toEqual({ [ownCache]: [script('b'), '/circles/1/pack'] });
});

test('practices are fetched once, in order, and those of the version before serve until then', async () => {
  const here = device();
  const pages = ['/offline', '/library/practices/rest'];
  Object.assign(here.pages, { '/offline': 'offline', '/library/practices/rest': pageWith('a') });
  await fill(here, 'v1', pages);
  await fill(here, 'v1', pages);
  expect(here.asked).toEqual(['/offline', '/library/practices/rest', script('a')]);
  expect(await practicesHere(here.store)).toEqual(new Set(['/library/practices/rest']));

  here.pages['/offline'] = 'newer';
  await fill(here, 'v2', ['/offline']);
  expect(await (await libraryPage(here.store, 'v2', '/offline'))!.text()).toBe('newer');
  expect(await (await libraryPage(here.store, 'v2', '/library/practices/rest'))!.text()).toBe(pageWith('a'));
  await forgetLibrary(here.store, libraryCache('v2'));
  expect(await libraryPage(here.store, 'v2', '/library/practices/rest')).toBeUndefined();
});
