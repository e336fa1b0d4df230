import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextQuery, returnAddress } from './returnAddress.ts';

test('a page of this site is where one goes back to, with its question', () => {
  expect(returnAddress('/teams/1/members?left=1')).toBe('/teams/1/members?left=1');
  expect(returnAddress('/join/abc_DEF-123')).toBe('/join/abc_DEF-123');
  expect(returnAddress('/home#notes')).toBe('/home');
});

test.each([
  ['nothing', ''],
  ['null', null],
  ['another site', 'https://evil.example/'],
  ['no scheme', '//evil.example'],
  ['three slashes', '///evil.example'],
  ['backslash', '/\\evil.example'],
  ['backslashes', '\\\\evil.example'],
  ['tab between slashes', '/\t/evil.example'],
  ['line end between slashes', '/\n/evil.example'],
  ['dots that vanish', '/.//evil.example'],
  ['dots up', '/a/..//evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['a relative page', 'home'],
  ['blank in front', ' //evil.example'],
  ['an endless one', `/${'a'.repeat(600)}`]
])('refuses %s', (_, text) => {
  expect(returnAddress(text)).toBeNull();
});

test.each(['/sign-in', '/sign-in?next=/home', '/sign-in/code', '/sign-up', '/sign-out', '/reset', '/demo'])(
  'does not lead back to %s',
  (text) => {
    expect(returnAddress(text)).toBeNull();
  }
);

test('whatever comes out stays on the site, and stays the same when it is asked again', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2f',
    '%5c',
    '@',
    ':',
    '?',
    '#',
    '\t',
    ' ',
    'evil.example',
    'home',
    'é'
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const found = returnAddress(`/${pieces.join('')}`);
      if (found === null) return;
      expect(new URL(found, 'https://circlewell.example').origin).toBe('https://circlewell.example');
      expect(returnAddress(found)).toBe(found);
    })
  );
});

test('the address is written so that it survives being part of another', () => {
  expect(nextQuery('/a?b=c&d')).toBe('?next=%2Fa%3Fb%3Dc%26d');
  expect(nextQuery('/a', '&')).toBe('&next=%2Fa');
  expect(nextQuery(null)).toBe('');
});
