import { expect, test } from 'vitest';
import { assetsOf, handlingOf, isAway, pagesToFill, signsOut } from './request.ts';

const home = 'https://circles.example.org';
const open = (path: string, wish: { method?: string; mode?: string } = {}) =>
  handlingOf({ method: 'GET', mode: 'navigate', url: new URL(path, home).href, ...wish }, home);

test.each([
  '/cast/c1',
  '/keys/c1.json',
  '/auth/v1/token',
  '/rest/v1/circles',
  '/storage/v1/object/x',
  '/collab',
  '/health'
])('the worker takes no part in %s', (path) => {
  expect(open(path)).toBe('leave');
  expect(open(path, { mode: 'cors' })).toBe('leave');
});

test.each([
  '/calendar.ics',
  '/circles/1/record/download',
  '/circles/1/report/files/docx',
  '/organisation/1/files/2/3',
  '/library/visuals/compassion-steps.svg',
  'https://elsewhere.example.org/home'
])('what is saved, or lies elsewhere, is left alone: %s', (path) => expect(open(path)).toBe('leave'));

test('sent forms, data of pages and scripts’ own questions are left alone', () => {
  expect(open('/home', { method: 'POST' })).toBe('leave');
  expect(open('/home/__data.json', { mode: 'cors' })).toBe('leave');
  expect(open('/check-ins/1/token', { method: 'POST', mode: 'cors' })).toBe('leave');
  expect(open('/circles/1/pack', { mode: 'cors' })).toBe('leave');
});

test('pages and their scripts are answered', () => {
  for (const path of ['/', '/home', '/circles/1/pack?paper=a4', '/check-in/1', '/organisation/1/files/2'])
    expect(open(path)).toBe('page');
  expect(open('/_app/immutable/nodes/1.abc.js', { mode: 'cors' })).toBe('asset');
  expect(open('/_app/version.json', { mode: 'cors' })).toBe('leave');
});

test('both ways of signing out are known, and no other form', () => {
  const post = (path: string, method = 'POST') => signsOut({ method, mode: 'navigate', url: home + path }, home);
  expect([post('/sign-out'), post('/account?/everywhere')]).toEqual([true, true]);
  expect([post('/account?/name'), post('/sign-out', 'GET'), post('/home')]).toEqual([false, false, false]);
});

test('a proxy without its server is the server being away; a refusal is not', () => {
  expect([502, 503, 504].map(isAway)).toEqual([true, true, true]);
  expect([0, 200, 401, 404, 500].map(isAway)).toEqual([false, false, false, false, false]);
});

test('the scripts and styles of a page and of its header are found once each', () => {
  const html = `<link href="/_app/immutable/assets/0.x_-1.css" rel="stylesheet"><script src="/_app/immutable/workers/a-B.js">
    </script>import("/_app/immutable/entry/start.q.js") import("/_app/immutable/entry/start.q.js") /_app/version.json`;
  const link =
    '</_app/immutable/chunks/a.js>; rel="modulepreload"; nopush, </_app/immutable/assets/0.x_-1.css>; rel="preload"';
  expect(assetsOf(html, link)).toEqual([
    '/_app/immutable/chunks/a.js',
    '/_app/immutable/assets/0.x_-1.css',
    '/_app/immutable/workers/a-B.js',
    '/_app/immutable/entry/start.q.js'
  ]);
});

test('of the library the practices are kept, the list first, and nothing else', () => {
  const made = [
    '/library',
    '/library/practices/a/play',
    '/library/practices/a',
    '/library/sections/s',
    '/offline',
    '/library/practices/__data.json'
  ];
  expect(pagesToFill([...made, '/library/practices'])).toEqual([
    '/offline',
    '/library/practices',
    '/library/practices/a',
    '/library/practices/a/play'
  ]);
});
