import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { moveTo } from '../policies/gathering.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, type Team } from './house.ts';

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member', 'Kim Keeper');
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
/** A press that is done when its answer is on the page: a form on its way takes no second press. */
async function press(page: Page, name: string | RegExp, says: string): Promise<void> {
  await button(page, name).click();
  await expect(page.getByText(says).first()).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

type Wish = { length?: number; places?: number | null; gate?: number | null; first?: string };

/** A weekly series at ten in London, started through the API; gives its id and its circles in order. */
async function startSeries({ length = 36, places = 8, gate = null, first = '2020-03-05' }: Wish = {}) {
  const { client } = team.lead;
  const starts = Array.from(
    { length },
    (_, week) => new Date(Date.parse(`${first}T10:00:00Z`) + week * 7 * 86_400_000)
  );
  const series = must(
    await client.rpc('start_series', {
      p_team: team.team,
      p_key: crypto.randomUUID(),
      p_series: {
        title: 'Thursday group',
        kind: 'peer_support',
        every_weeks: 1,
        first_on: first,
        starts_at: '10:00',
        time_zone: 'Europe/London',
        minutes: 120,
        length,
        places,
        intake_weeks: 6,
        gate
      },
      p_starts: starts.map((start) => start.toISOString()),
      p_items: [],
      p_questions: [],
      p_groups: []
    })
  );
  const circles = must(await client.from('circles').select('id').eq('series_id', series).order('series_number'));
  return { series, circles: circles.map(({ id }) => id) };
}

async function addPeople(series: string, names: string[]): Promise<void> {
  for (const name of names) {
    const { error } = await team.lead.client
      .from('series_places')
      .insert({ series_id: series, team_id: team.team, name });
    expect(error).toBeNull();
  }
}

test('a series of 36 meetings with places shows its dates, starts once and lists every meeting', async ({
  enter,
  server
}) => {
  const page = await enter(team.lead);
  await goTo(page, `/teams/${team.team}/series/new`);
  const dates = page.getByRole('region', { name: 'The dates it will make' });
  await expect(dates).toContainText('10 meetings');
  await page.getByRole('radio', { name: /^Peer support/ }).check();
  await page.getByLabel('What is the series called?').fill('Thursday programme');
  await page.getByLabel('Day', { exact: true }).fill('2035-03-15');
  await page.getByLabel('Time zone').fill('Europe/London');
  await page.getByLabel('How many meetings').fill('36');
  await page.getByText('A group programme').click();
  await page.getByLabel('Places', { exact: true }).fill('8');
  await page.getByLabel('Weeks between intakes').fill('6');
  await page.getByLabel('Meetings to attend at least').fill('37');

  await expect(dates).toContainText('36 meetings, from 15 March 2035 to 15 November 2035');
  await expect(dates).toContainText('The clocks go forward before 29 March 2035. The circle stays at 10:00.');
  await button(page, 'Start with 36 meetings').click();
  await expect(page.getByText('The gate is higher than the 36 meetings of the series.').first()).toBeVisible();
  await page.getByLabel('Meetings to attend at least').fill('24');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await button(page, 'Start with 36 meetings').dblclick();
  await expect(page.getByText('The series has started. All its meetings are planned.')).toBeVisible();

  await expect(page.getByText('Meeting 1 of 36').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^Meeting \d+ of 36$/, includeHidden: true })).toHaveCount(36);
  const again = await page.context().request.post(`${server.url}/teams/${team.team}/series/new?/start`, {
    headers: { origin: server.url, accept: 'text/html', 'content-type': (await sent).headers()['content-type']! },
    data: (await sent).postDataBuffer()!
  });
  expect(again.url()).toBe(page.url());
  const series = await team.lead.client.from('series').select('id').eq('title', 'Thursday programme');
  expect(must(series)).toHaveLength(1);
});

test('without scripts the dates are shown before the series is made', async ({ enter }) => {
  const page = await enter(team.lead, { javaScriptEnabled: false });
  await page.goto(`/teams/${team.team}/series/new`);
  await page.getByLabel('Day', { exact: true }).fill('2035-10-25');
  await page.getByLabel('Time zone').fill('Europe/London');
  await page.getByLabel('How many meetings').fill('2');
  await button(page, 'Show the dates').click();
  const dates = page.getByRole('region', { name: 'The dates it will make' });
  await expect(dates).toContainText('2 meetings, from 25 October 2035 to 1 November 2035');
  await expect(dates).toContainText('The clocks go back before 1 November 2035. The circle stays at 10:00.');
  await button(page, 'Start with 2 meetings').click();
  await expect(page.getByText('The series has started.')).toBeVisible();
});

test('eight of ten join together, two wait in order, and the first in line follows who leaves', async ({ enter }) => {
  const { series } = await startSeries({ first: '2035-03-15' });
  const member = await enter(team.members[0]!);
  await goTo(member, `/series/${series}`);
  await addPeople(series, ['Ada', 'Ben', 'Cleo', 'Dev', 'Eve', 'Finn', 'Gus', 'Hana']);
  const lead = await enter(team.lead);
  const places = `/series/${series}/places`;

  await press(member, 'Ask for a place', 'You are number 9 in line.');
  await goTo(lead, places);
  await lead.getByLabel('Or names, for people without an account').fill('Ivo');
  await press(lead, 'Add to the list', 'Added to the end of the waiting list.');
  await expect(lead.getByText('The next intake is on 15 March 2035.')).toBeVisible();
  await press(lead, 'Let the next 8 join together', '8 people join together on 15 March 2035.');

  await expect(lead.getByText('The next intake is on 26 April 2035.')).toBeVisible();
  await expect(lead.getByText('All 8 places are taken. Nobody can join until somebody leaves.')).toBeVisible();
  const line = lead.getByRole('region', { name: 'Waiting, in order' }).getByRole('listitem');
  await expect(line).toHaveText([/1\s*Mo Member/, /2\s*Ivo/]);
  const nobody = await team.lead.client.rpc('admit_to_series', { p_series: series, p_on: '2035-03-15' });
  expect(must(nobody)).toBe(0);
  await member.reload();
  await expect(member.getByText('You are number 1 in line.')).toBeVisible();
  await expect(member.getByText('0 places are free.')).toBeVisible();

  // They joined on a day to come, so this one goes back in line first and is seen there; leaving is noted on the day.
  await lead.getByText('Change the place of Hana', { exact: true }).click();
  await press(lead, 'Back in line', 'They are back in line.');
  await expect(line).toHaveText([/1\s*Hana/, /2\s*Mo Member/, /3\s*Ivo/]);
  await press(lead, 'Take off the list: Hana', 'Taken off the list.');
  await press(lead, 'Let the next one join', 'One person joins on 15 March 2035.');
  await expect(line).toHaveText([/1\s*Ivo/]);
  await member.reload();
  await expect(member.getByText('You have a place from 15 March 2035 on.')).toBeVisible();
});

test('several people are added at once, in the order they were written', async ({ enter }) => {
  const { series } = await startSeries({ places: 2 });
  const page = await enter(team.lead);
  await goTo(page, `/series/${series}/places`);
  await page.getByLabel('A member of the team').selectOption('Kim Keeper');
  await page.getByLabel('Or names, for people without an account').fill('Zoe\n\nAda\n  Mia ');
  await press(page, 'Add to the list', 'Added to the end of the waiting list.');
  const line = page.getByRole('region', { name: 'Waiting, in order' }).getByRole('listitem');
  await expect(line).toHaveText([/1\s*Kim Keeper/, /2\s*Zoe/, /3\s*Ada/, /4\s*Mia/]);
  await page.getByLabel('Or names, for people without an account').fill('Ada\n'.repeat(21));
  await button(page, 'Add to the list').click();
  await expect(page.getByText('Add at most 20 names at once.').first()).toBeVisible();
});

test('who left frees a place, and comes back only while one is free', async ({ enter }) => {
  const { series } = await startSeries({ places: 1 });
  await addPeople(series, ['Ada', 'Ben']);
  must(await team.lead.client.rpc('admit_to_series', { p_series: series, p_on: '2020-03-05' }));
  const page = await enter(team.lead);
  await goTo(page, `/series/${series}/places`);

  await page.getByText('Change the place of Ada', { exact: true }).click();
  await page.getByLabel('Left on').fill('2020-03-01');
  await button(page, 'Note that they left').click();
  await expect(page.getByText('not before the day they joined (5 March 2020)').first()).toBeVisible();
  await page.getByLabel('Left on').fill('2020-04-01');
  await press(page, 'Note that they left', 'Noted. The place is free.');
  await press(page, 'Let the next one join', 'One person joins on');
  await expect(page.getByRole('region', { name: 'People with a place' })).toContainText('Ben');
  await button(page, 'Undo: Ada did not leave').click();

  await expect(page.getByText('All places are taken, so nobody can come back now.').first()).toBeVisible();
  const back = team.lead.client
    .from('series_places')
    .update({ left_on: null })
    .eq('name', 'Ada')
    .eq('series_id', series);
  expect((await back).error?.code).toBe('PT409');
});

test('attendance counts every meeting held, says where it was not taken, and names the gate', async ({ enter }) => {
  const { series, circles } = await startSeries({ length: 8, places: 3, gate: 6 });
  const { client } = team.lead;
  const [mo, kim] = team.members;
  for (const person of [mo!, kim!])
    await client
      .from('series_places')
      .insert({ series_id: series, team_id: team.team, person_id: person.id, name: '–' });
  must(await client.rpc('admit_to_series', { p_series: series, p_on: '2020-03-05' }));
  const note = async (circle: number, person: string, status: string, made_up_on: string | null = null) => {
    const row = { person_id: person, place_id: null, name: '–', status, made_up_on, made_up_note: '' };
    const rows = { p_circle: circles[circle]!, p_rows: [row], p_figures: { attendance_taken: true } };
    expect((await client.rpc('save_attendance', rows)).error).toBeNull();
  };
  for (const circle of [0, 1, 2, 3]) await note(circle, mo!.id, 'present');
  await note(4, mo!.id, 'made_up', '2020-04-10');
  for (const circle of circles.slice(0, 7)) await moveTo(client, circle, 'open', 'closed');
  // All seven were closed today; each was held on its own day.
  for (const [index, circle] of circles.slice(0, 7).entries()) {
    const day = new Date(Date.parse('2020-03-05') + index * 7 * 86_400_000).toISOString().slice(0, 10);
    must(
      await client
        .from('circles')
        .update({ held_on: [day] })
        .eq('id', circle)
        .select('id')
    );
  }

  const page = await enter(team.lead);
  await page.goto(`/series/${series}/attendance`);
  await expect(page.getByText('7 of 8 held; attendance was not taken at 2 of them, and they count.')).toBeVisible();
  const row = page.getByRole('row', { name: /Mo Member/ });
  await expect(row).toContainText('5 of 7 held');
  await expect(row.getByRole('cell', { name: '71', exact: true })).toBeVisible();
  await expect(row).toContainText('1 more to reach the gate; meetings left: 1');
  await expect(row).toContainText('Made up: meeting 5 on 10 April 2020');
  await expect(page.getByRole('row', { name: /Kim Keeper/ })).toContainText(
    'Out of reach by coming alone: 6 more needed, 1 left. With 5 made up it can still be reached.'
  );

  const own = await enter(mo!);
  await own.goto(`/series/${series}`);
  await expect(own.getByText('You attended 5 of 7 meetings held.')).toBeVisible();
  await expect(own.getByText('Kim Keeper')).toHaveCount(0);
  await own.goto(`/series/${series}/attendance`);
  await expect(own).toHaveURL(new RegExp(`/series/${series}$`));
});

test('roles are given for all planned meetings at once', async ({ enter }) => {
  const { series, circles } = await startSeries({ length: 3, first: '2035-03-15' });
  const page = await enter(team.lead);
  await goTo(page, `/series/${series}/roles`);
  await page.getByLabel('Lena Lead').selectOption('Observer');
  await button(page, 'Save for all planned meetings').click();
  await expect(page.getByText('Choose at least one facilitator.').first()).toBeVisible();
  await page.getByLabel('Kim Keeper').selectOption('Facilitator');
  await press(page, 'Save for all planned meetings', 'Saved for 3 planned meetings.');

  const roles = must(await team.lead.client.from('circle_roles').select('role').in('circle_id', circles));
  expect(roles.map(({ role }) => role).sort()).toEqual([...Array(3).fill('facilitator'), ...Array(3).fill('observer')]);
  const keeper = await enter(team.members[1]!);
  await keeper.goto(`/series/${series}/places`);
  await expect(keeper.getByText('As a facilitator you can read along.')).toBeVisible();
  await expect(keeper.getByRole('button', { name: /Add to the list/ })).toHaveCount(0);
});
