import { expect, it } from 'vitest';
import { type HistoryEntry, HistoryLocked, lockHistory, mergeHistory, openHistory } from './history.ts';

const passphrase = 'seven kettles on a hill';
const entry = (round: string, on: string, place = 0): HistoryEntry => ({
  round,
  on,
  scales: [{ title: 'What sustains me', band: 'Some', place, of: 3 }]
});
const entries = [entry('a', '2026-03-01'), entry('b', '2026-04-01', 2)];
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (fault: unknown) => (fault instanceof HistoryLocked ? fault.reason : 'another fault')
  );

it('gives back what was locked, to the same passphrase however its letters are composed', async () => {
  expect(await openHistory(await lockHistory(entries, passphrase), passphrase)).toEqual(entries);
  const accented = await lockHistory(entries, 'la v\u00e9rit\u00e9 du matin');
  expect(await openHistory(accented, 'la ve\u0301rite\u0301 du matin')).toEqual(entries);
});

it('keeps nothing readable in the text, and never the same text twice', async () => {
  const text = await lockHistory(entries, passphrase);
  expect(text).not.toMatch(/sustains|Some|2026|seven/);
  expect(await lockHistory(entries, passphrase)).not.toBe(text);
});

it('says that the passphrase is wrong, that the text was changed, or that it is no history', async () => {
  const text = await lockHistory(entries, passphrase);
  expect(await reasonOf(openHistory(text, 'seven kettles on a hil'))).toBe('passphrase');
  const changed = JSON.parse(text) as { data: string };
  const middle = changed.data.length >> 1;
  changed.data =
    changed.data.slice(0, middle) + (changed.data[middle] === 'A' ? 'B' : 'A') + changed.data.slice(middle + 1);
  expect(await reasonOf(openHistory(JSON.stringify(changed), passphrase))).toBe('file');
  for (const other of ['', 'null', '{}', text.slice(0, -9), text.replace(/"salt":"../, '"salt":"')])
    expect(await reasonOf(openHistory(other, passphrase)), other).toBe('file');
});

it('opens no file that asks for too few or for endless rounds', async () => {
  const text = await lockHistory(entries, passphrase);
  for (const rounds of ['1', '599999', '99999999999', '"600000"'])
    expect(await reasonOf(openHistory(text.replace('600000', rounds), passphrase)), rounds).toBe('file');
});

it('locks nothing under a short passphrase', async () => {
  expect(await reasonOf(lockHistory(entries, 'eleven char'))).toBe('short');
});

it('merges by round, oldest first, the later word standing', () => {
  const again = entry('b', '2026-04-01', 1);
  expect(mergeHistory([entry('c', '2026-05-01'), ...entries], [again])).toEqual([
    entries[0],
    again,
    entry('c', '2026-05-01')
  ]);
});

it('locks and opens ten years of check-ins', async () => {
  const many = Array.from({ length: 130 }, (_, at) => entry(`round ${at}`, '2026-01-01'));
  expect(await openHistory(await lockHistory(many, passphrase), passphrase)).toHaveLength(130);
});
