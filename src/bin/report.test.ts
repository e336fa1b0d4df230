import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const fixture = (name: string) => path(`../../tests/fixtures/${name}`);
const gathering = path('../../../shared/data/gathering-2007.json');
// Each test starts Node several times, which takes seconds on a busy machine and says nothing about the report.
vi.setConfig({ testTimeout: 60_000 });
const folder = mkdtempSync(join(tmpdir(), 'circlewell-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path('report.ts'), ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('prints the tables as JSON', () => {
  const { status, stdout, stderr } = report(fixture('open-day.json'), '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toStrictEqual(JSON.parse(readFileSync(fixture('open-day.tables.json'), 'utf8')));
});

test.skipIf(!existsSync(gathering))('prints the five tables of the 2007 gathering', () => {
  const { status, stdout, stderr } = report(gathering, '--json');
  const tables = gathering.replace('.json', '.tables.json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toStrictEqual(JSON.parse(readFileSync(tables, 'utf8')));
});

test('prints a readable table where nothing is chosen', () => {
  const { status, stdout } = report(fixture('open-day.json'));
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {3}Themes identified +Number of comments made$/m);
  expect(stdout).toMatch(/^ {3}Time outside +2$/m);
});

test('prints HTML and CSV, as deep as asked', () => {
  expect(report(fixture('open-day.json'), '--html', '--depth', 'page').stdout).toMatch(/^<!doctype html>/);
  expect(report(fixture('open-day.json'), '--csv').stdout).toContain('1,What helps,Rest,4\r\n');
  expect(report(fixture('open-day.json'), '--csv', '--depth=full').stdout).toContain("'=SUM(A1:A9),2,");
});

test('its own CSV of comments gives the same tables again', () => {
  const csv = join(folder, 'again.csv');
  writeFileSync(csv, report(fixture('open-day.json'), '--csv', '--depth', 'full').stdout);
  const tables = (file: string) => JSON.parse(report(file, '--json').stdout)[1];
  expect(tables(csv)).toStrictEqual(tables(fixture('open-day.json')));
});

describe('a file with faults', () => {
  test('is told place by place, and nothing is printed', () => {
    const { status, stdout, stderr } = report(fixture('half-valid.json'), '--json');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('Question 3, comment 3: The count must be a whole number from 1 to 10,000.');
    expect(stderr).toContain('2 comments can be read. To make the report from these alone, add --valid.');
  });

  test('is reported as far as it can be read when that is asked for', () => {
    const { status, stdout, stderr } = report(fixture('half-valid.json'), '--json', '--valid');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)[0]).toMatchObject({ number: 3, total: 5 });
    expect(stderr).toContain('The report was made from what could be read');
  });

  test('of 20 MB is refused', () => {
    const huge = join(folder, 'huge.json');
    writeFileSync(huge, '');
    truncateSync(huge, 20 * 1024 * 1024);
    const { status, stdout, stderr } = report(huge);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('The file: It is larger than 5 MB');
  });
});

test.each([
  ['no file', []],
  ['two files', ['a.json', 'b.json']],
  ['a file that is not there', ['nowhere.json']],
  ['a folder', ['.']],
  ['two forms', ['a.json', '--json', '--csv']],
  ['an unknown depth', ['a.json', '--depth', 'deep']],
  ['an unknown option', ['a.json', '--yaml']]
])('called with %s, says how to use it', (_what, args) => {
  const { status, stdout, stderr } = report(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('How to use it: npm run report -- FILE');
});
