import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, scripted, type Team } from './house.ts';

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member');
});

test('the calendar file has the right instants over a clock change and says nothing of what it is about', async ({
  enter
}) => {
  const page = await enter(team.lead);
  await goTo(page, `/teams/${team.team}/series/new`);
  await page.getByLabel('What is the series called?').fill('Grief, and what helps');
  await page.getByLabel('Day', { exact: true }).fill('2035-03-22');
  await page.getByLabel('Time zone').fill('Europe/London');
  await page.getByLabel('How many meetings').fill('2');
  await page.getByRole('button', { name: 'Start with 2 meetings' }).click();
  await expect(page.getByText('The series has started.')).toBeVisible();
  const files = page.getByRole('region', { name: 'In your calendar' });
  const read = async (path: string) => {
    const answer = await page.context().request.get(path);
    expect(answer.headers()).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="meetings.ics"'
    });
    return answer.text();
  };

  const neutral = await read(
    (await files.getByRole('link', { name: 'Download the calendar file' }).getAttribute('href'))!
  );
  expect(neutral.match(/DTSTART:.*/g)?.map((line) => line.trim())).toEqual([
    'DTSTART:20350322T100000Z',
    'DTSTART:20350329T090000Z'
  ]);
  expect(neutral).not.toContain('Grief');
  expect(neutral.match(/SEQUENCE:0/g)).toHaveLength(2);
  const titled = await read(
    (await files.getByRole('link', { name: 'Download with full titles' }).getAttribute('href'))!
  );
  expect(titled).toContain('SUMMARY:Grief\\, and what helps');

  const circle = must(
    await team.lead.client.from('circles').select('id').eq('starts_at', '2035-03-22T10:00:00Z').single()
  );
  const later = { starts_at: '2035-03-22T11:00:00Z' };
  must(await team.lead.client.from('circles').update(later).eq('id', circle.id).select('id'));
  const mine = await read('/calendar.ics');
  const event = mine.split('BEGIN:VEVENT').find((part) => part.includes(`UID:${circle.id}@circlewell`));
  expect(event).toContain('SEQUENCE:1');
  expect(event).toContain('DTSTART:20350322T110000Z');
});

test('a series longer than its template has an agenda as long, and says so', async ({ enter }) => {
  const page = await enter(team.lead);
  await goTo(page, `/teams/${team.team}/series/new`);
  await page.getByLabel('What is the series called?').fill('Long evenings');
  await page.getByLabel(/^Minutes \(optional\)/).fill('120');
  await expect(page.getByText('This kind of circle takes 45 minutes. For 120, topics')).toBeVisible();
  await page.getByRole('button', { name: 'Start with 10 meetings' }).click();
  await expect(page.getByText('The circle is longer than its template, so topics, rounds')).toBeVisible();
  const circles = must(await team.lead.client.from('circles').select('id').eq('title', 'Long evenings'));
  const minutes = await Promise.all(
    circles.map(async ({ id }) => {
      const items = must(await team.lead.client.from('agenda_items').select('minutes').eq('circle_id', id));
      return items.reduce((sum, item) => sum + item.minutes, 0);
    })
  );
  expect(minutes).toEqual(new Array(10).fill(120));
});

test('seventy hours typed in are two posts, £75,000 and £3,750 a place', async ({ enter }) => {
  const { client } = team.lead;
  const week = { team_id: team.team, title: 'Two groups', kind: 'peer_support', first_on: '2035-01-04', length: 1 };
  const clock = { starts_at: '18:00', time_zone: 'Europe/London', minutes: 120 };
  const { id: series } = must(
    await client
      .from('series')
      .insert({ ...week, ...clock })
      .select('id')
      .single()
  );
  const page = await enter(team.lead);
  await goTo(page, `/series/${series}/resourcing`);
  const fields = { 'Cost of a full post a year': '37,500', Groups: '2', 'Places in all groups together': '20' };
  for (const [row, hours] of ['42', '28'].entries()) {
    await page.getByLabel(`Duty ${row + 1}`, { exact: true }).fill(`Duty number ${row + 1}`);
    await page.getByLabel(`Hours a week for duty ${row + 1}`, { exact: true }).fill(hours);
  }
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  const result = page.getByRole('region', { name: 'What it takes' });
  const sums = async () => {
    const names = await result.getByRole('term').allInnerTexts();
    const values = await result.getByRole('definition').allInnerTexts();
    return Object.fromEntries(names.map((name, index) => [name, values[index]]));
  };
  const expected = {
    'Hours a week': '70',
    Posts: '2 posts of 35 hours',
    'Cost a week': '£1,442.31',
    'Cost a year': '£75,000',
    'For each group (of 2)': '£37,500',
    'For each place (of 20)': '£3,750',
    'An hour costs': '£20.6044'
  };

  // As it is typed, and as it was kept.
  await expect.poll(sums).toEqual(expected);
  await page.getByRole('button', { name: 'Save the sheet' }).click();
  await expect(page.getByText('The sheet is saved.')).toBeVisible();
  await page.reload();
  await expect.poll(sums).toEqual(expected);
  await scripted(page);
  await page.getByRole('radio', { name: 'By the hour' }).check();
  await page.getByLabel('Cost of an hour').fill('20.60');
  await expect.poll(async () => (await sums())['Cost a year']).toBe('£74,984');
  await expect(result).not.toContainText('as last saved');
  await page.getByLabel('Weeks a year').fill('60');
  // What cannot be read has no sums: those that were saved are shown, and said to be so.
  await expect(result).toContainText('These are the sums as last saved.');
  await expect.poll(sums).toEqual(expected);
  await page.getByRole('button', { name: 'Save the sheet' }).click();
  await expect(page.getByText('Give whole weeks from 1 to 53.').first()).toBeVisible();

  await expect(page.getByRole('alert')).toBeFocused();
  await page.getByLabel('Weeks a year').fill('52');
  await page.getByLabel('Cost of an hour').fill('£20.60');
  await expect.poll(async () => (await sums())['Cost a year']).toBe('£74,984');
  await page.getByLabel('Places in all groups together').fill('about 20');
  await expect(result).toContainText('These are the sums as last saved.');

  const member = await enter(team.members[0]!);
  const refused = await member.goto(`/series/${series}/resourcing`);
  expect(refused?.status()).toBe(404);
});
