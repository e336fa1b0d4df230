/* eslint-disable no-console -- what reaches the console is what is tested here */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepValuesOutOfTheLog, logEvent, logFault, setLogLevel } from './log.ts';

let lines: string[];
const printed = vi.fn();
/** console.error as the server has it, around a print of our own. */
let print: typeof console.error;
beforeAll(() => {
  const own = console.error;
  console.error = printed;
  keepValuesOutOfTheLog();
  print = console.error;
  console.error = own;
});
beforeEach(() => {
  lines = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  setLogLevel('errors');
  printed.mockClear();
});

const events = () => lines.map((line) => (JSON.parse(line) as { event: string }).event);

describe('a line of the log', () => {
  it('is one line of JSON with its time, its event and its fields', () => {
    logFault('page-failed', { id: 'abcd1234', status: 500, route: '/circles/[circle]' });

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\}\n$/);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'page-failed',
      id: 'abcd1234',
      status: 500,
      route: '/circles/[circle]'
    });
  });

  it('does not compile with a field that is not on the list', () => {
    // @ts-expect-error A name is no field of the log.
    logFault('page-failed', { name: 'Amara' });
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['all', ['event', 'fault']],
    ['errors', ['fault']],
    ['off', []]
  ] as const)('at the level "%s" %j are written', (level, expected) => {
    setLogLevel(level);
    logEvent('event');
    logFault('fault');
    expect(events()).toEqual(expected);
  });
});

describe('errors that a library prints', () => {
  it('of the database become their code, and nothing of the query is left', () => {
    setLogLevel('all');
    print(
      'query failed',
      Object.assign(new Error('value canary is wrong'), { code: '22P02', query: 'select canary', params: ['canary'] })
    );
    print(Object.assign(new Error('canary'), { routine: 'ExecConstraints' }));

    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { event: 'database-error', code: '22P02' },
      { event: 'database-error', code: 'unknown' }
    ]);
    expect(lines.join()).not.toContain('canary');
    expect(printed).not.toHaveBeenCalled();
  });

  it('of other kinds become the name of their kind', () => {
    print(new TypeError('canary'));
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ event: 'error', kind: 'TypeError' }]);
    expect(lines.join()).not.toContain('canary');
  });

  it('words without an error are printed as they are', () => {
    print('a plain warning');
    expect(printed).toHaveBeenCalledExactlyOnceWith('a plain warning');
    expect(lines).toEqual([]);
  });
});
