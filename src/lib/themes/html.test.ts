import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codedCircleOf } from './codedCircle.ts';
import { reportHtml } from './html.ts';
import { readRecord } from './record.ts';
import { makeReport } from './report.ts';

const file = readFileSync(new URL('../../../tests/fixtures/open-day.json', import.meta.url));
const report = makeReport(codedCircleOf(readRecord(file).record!));
const full = reportHtml(report, 'full');

test('stands alone: no script, nothing fetched', () => {
  expect(full).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(full).not.toMatch(/<script|<link|<img|@import|url\(|https?:/);
  expect(full).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
});

test('escapes what people wrote', () => {
  expect(full).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; more');
  expect(full).toContain('Smaller &quot;caseloads&quot;');
});

test('lets text find its own direction', () => {
  expect(full).toContain('<th scope="row" dir="auto">שעות גמישות</th>');
  expect(full).toContain('<h4>2. <bdi>שעות גמישות</bdi></h4>');
});

test('prints each depth', () => {
  expect(reportHtml(report, 'page')).not.toContain('<table>');
  expect(reportHtml(report, 'tables')).toContain('<tr><th scope="row" dir="auto">Rest</th><td>4</td></tr>');
  expect(reportHtml(report, 'tables')).not.toContain('Sleep.');
  expect(full).toContain('<li><bdi>Sleep.</bdi> <span class="note">(said by 4)</span></li>');
});

test('a report without questions says so', () => {
  expect(reportHtml({ ...report, questions: [] }, 'full')).toContain('This record has no questions.');
});
