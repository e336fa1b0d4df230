import { expect, it } from 'vitest';
import { onlyHere } from './onlyHere.ts';

it('an address of this machine alone is told from one that others can open', () => {
  for (const here of [
    'http://localhost:3000',
    'http://127.0.0.1:3000/join/x',
    'http://[::1]:3000',
    'http://a.localhost'
  ])
    expect(onlyHere(here), here).toBe(true);
  for (const anywhere of [
    'https://circles.example.org',
    'http://192.168.1.7:3000',
    'https://localhost.example.org',
    'https://127.example.org'
  ])
    expect(onlyHere(anywhere), anywhere).toBe(false);
});
