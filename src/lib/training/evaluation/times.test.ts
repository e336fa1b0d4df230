import { expect, it } from 'vitest';
import { builtInForm } from './form.ts';
import { sourcesOf } from './sources.ts';
import { preset, timesFault } from './times.ts';

const zone = 'Europe/London';
const now = Date.parse('2027-04-20T14:00:00Z');
const fault = (opens: string, closes: string) => timesFault({ opens, closes }, zone, now)?.field ?? null;

it('an evaluation opens from now on, and lasts ten minutes to 28 days', () => {
  expect(fault('2027-04-20T15:00', '2027-04-20T15:10')).toBeNull();
  expect(fault('2027-04-20T15:00', '2027-04-20T15:09')).toBe('closes');
  expect(fault('2027-04-20T15:00', '2027-05-18T15:00')).toBeNull();
  expect(fault('2027-04-20T15:00', '2027-05-18T15:01')).toBe('closes');
  expect(fault('2027-04-20T14:49', '2027-04-21T15:00')).toBe('opens');
  expect(fault('2028-04-25T15:00', '2028-04-26T15:00')).toBe('opens');
  expect(fault('2027-02-30T15:00', '2027-04-26T15:00')).toBe('opens');
});

it('the times of a training are on its own clock', () => {
  expect(timesFault({ opens: '2027-04-20T10:00', closes: '2027-04-20T10:10' }, 'America/New_York', now)).toBeNull();
  expect(timesFault({ opens: '2027-04-20T10:00', closes: '2027-04-20T10:10' }, zone, now)?.field).toBe('opens');
});

it('what it begins with is a week from now', () => {
  expect(preset({ date: '2027-12-28', time: '15:30' })).toEqual({
    opens: '2027-12-28T15:30',
    closes: '2028-01-04T20:00'
  });
});

it('the two sources are shown together only when each is shown', () => {
  const counted = (respondents: number) => ({
    respondents,
    counts: builtInForm.statements.map(() => [respondents, 0, 0, 0])
  });
  const of = (forms: number | null, paper: number | null) =>
    sourcesOf({
      form: builtInForm,
      published: forms === null ? { enough: false, keyLost: false } : { enough: true, ...counted(forms) },
      paper: paper === null ? null : counted(paper)
    });
  expect(of(8, 5).sources.map(({ source, result }) => [source, result.respondents])).toEqual([
    ['together', 13],
    ['forms', 8],
    ['paper', 5]
  ]);
  expect(of(8, 4)).toMatchObject({ sources: [{ source: 'forms' }], paperFew: true, notTogether: true });
  expect(of(null, 5)).toMatchObject({ sources: [{ source: 'paper' }], paperFew: false, notTogether: false });
});
