import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { scripted } from './house.ts';
import { allShow, enterAll, facilitators, knowsHolder, newCircle, press, RoomClock, type Part } from './liveRoom.ts';

test.setTimeout(120_000);

const phone = { viewport: { width: 360, height: 740 } };
const parts: Part[] = [
  { kind: 'opening', title: 'Arrive', minutes: 4 },
  { kind: 'core', title: 'Core', minutes: 10, least: 5, priority: 5 },
  { kind: 'check_in', title: 'What we carry from last week', minutes: 10, least: 6 },
  { kind: 'scenario', title: 'Scenario', minutes: 8, least: 5, priority: 9 },
  { kind: 'practice', title: 'Practice', minutes: 6, least: 3, priority: 5 },
  { kind: 'actions', title: 'Actions', minutes: 6, least: 3 },
  { kind: 'closing', title: 'Closing', minutes: 4 }
];
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a step that somebody else just made is made once, and said', async ({ api, enter }) => {
  const { team, circle } = await newCircle(api, ['Cora Co'], parts, 'open');
  const clock = new RoomClock();
  const pages = await enterAll(enter, clock, facilitators(team), () => `/circles/${circle}/live`);
  const [lead, cora] = pages as [Page, Page];
  await press(lead, 'Begin');
  await allShow(pages, 'Arrive');
  await clock.pass(4);

  await press(lead, 'Next');
  await expect(cora.getByText('Lena Lead went on to Core').first()).toBeVisible();
  await expect(button(cora, 'Next')).toHaveAttribute('aria-disabled', 'true');
  // The clock of the room stands: at the same moment as the lead, though this screen shows the next part already.
  await press(cora, 'Next');
  await expect(cora.getByText('Lena Lead went on to Core').first()).toBeHidden();
  await press(lead, '2 minutes more');
  const changed = cora.getByRole('status').filter({ hasText: 'Core: 2 minutes more' });
  await expect(changed).toBeVisible();
  await allShow(pages, 'Core');

  await clock.pass(1);
  await press(cora, 'Next');
  await allShow(pages, parts[2]!.title);
  await expect(changed).toHaveCount(0);
  // Said for 20 seconds.
  await clock.pass(1 / 12);
  await press(lead, 'Back to Core');
  await allShow(pages, 'Core');
});

test('on a phone a double tap does one thing, and the main buttons stay where they are', async ({ api, enter }) => {
  const { team, circle } = await newCircle(api, ['Christiane-Alexandra von Hohenberg-Lindenau', 'Bo'], parts, 'open');
  const clock = new RoomClock();
  const onPhone: typeof enter = (person) => enter(person, phone);
  const [lead] = (await enterAll(onPhone, clock, [team.lead], () => `/circles/${circle}/live`)) as [Page];
  await button(lead, 'Begin').dblclick();
  await allShow([lead], 'Arrive');
  const place = await button(lead, 'Next').boundingBox();
  await button(lead, 'Next').dblclick();
  await allShow([lead], 'Core');
  await press(lead, 'Next');
  await allShow([lead], parts[2]!.title);
  expect(await button(lead, 'Next').boundingBox()).toEqual(place);
  expect(place!.y + place!.height).toBeLessThan(740);
  await expect(button(lead, 'Begin the round (3 people)')).toBeInViewport({ ratio: 1 });

  await lead.getByText('Who is asked, and in which order').click();
  await lead.getByLabel('Add someone by name').fill('Pia');
  await press(lead, 'Add');
  await press(lead, 'Back');
  await allShow([lead], 'Core');
  await press(lead, 'Next');
  await button(lead, 'Begin the round (4 people)').dblclick();
  await knowsHolder(lead, 'Bo');
  const spoken = button(lead, 'Has spoken, pass it on');
  const there = await spoken.boundingBox();
  await spoken.dblclick();
  await knowsHolder(lead, 'Christiane-Alexandra von Hohenberg-Lindenau');
  expect(await spoken.boundingBox()).toEqual(there);
  expect(there).toEqual(place);
  await button(lead, 'Hold silence').dblclick();
  await expect(button(lead, 'End the silence')).toBeVisible();
});

test('on a phone one sees that the connection is away, what fits, and that the circle is not closed yet', async ({
  api,
  enter,
  checkPage
}) => {
  const { team, circle } = await newCircle(api, ['Cora Co'], parts, 'open');
  const clock = new RoomClock();
  const onPhone: typeof enter = (person) => enter(person, phone);
  const [lead] = (await enterAll(onPhone, clock, [team.lead], () => `/circles/${circle}/live`)) as [Page];
  await press(lead, 'Begin');
  await press(lead, 'Fit to time');
  await expect(lead.getByRole('dialog').getByText('Everything fits.')).toBeVisible();
  await expect(lead.getByRole('dialog').getByText('Apply')).toHaveCount(0);
  await press(lead, 'Leave it as it is');
  await clock.pass(20);
  await press(lead, 'Fit to time');
  await expect(button(lead, 'Apply')).toBeInViewport({ ratio: 1 });
  await press(lead, 'Leave it as it is');
  await checkPage(lead);

  await lead.context().setOffline(true);
  const strip = lead.getByText('No connection. You can go on; it is sent when it is back. Don’t reload.');
  await expect(strip).toBeInViewport({ ratio: 1 });
  await lead.context().setOffline(false);
  await expect(strip).toHaveCount(0, { timeout: 20_000 });

  for (const { title } of parts.slice(1)) {
    await press(lead, 'Next');
    await allShow([lead], title);
  }
  await button(lead, 'End the circle').dblclick();
  await allShow([lead], 'Nearly done');
  await expect(button(lead, 'Close the circle')).toBeInViewport({ ratio: 1 });
  await checkPage(lead);
});

test('the shared screen shows the candle alone, and whom to talk to below it', async ({ api, enter }) => {
  const { team, circle } = await newCircle(api, ['Cora Co'], parts, 'open');
  const pages = await enterAll(enter, new RoomClock(), [team.lead], () => `/circles/${circle}/live/screen`);
  const screen = pages[0]!;
  const contacts = screen.getByRole('heading', { name: 'If you need to talk to someone' });
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
    { width: 360, height: 740 }
  ]) {
    await screen.setViewportSize(viewport);
    await expect(screen.getByRole('heading', { level: 1 })).toBeInViewport();
    await expect(contacts).not.toBeInViewport();
    await expect(screen.locator('footer')).not.toBeInViewport();
  }
  await contacts.scrollIntoViewIfNeeded();
  await expect(contacts).toBeInViewport();
});

test('the desk says when the circle ends, and can end it as the plan printed', async ({ api, enter, checkPage }) => {
  const { team, circle } = await newCircle(api, ['Cora Co'], parts, 'open');
  const clock = new RoomClock();
  // 48 minutes planned from 10:00 on, begun at 10:03.
  const planned = { starts_at: new Date(clock.now).toISOString() };
  must(await team.lead.client.from('circles').update(planned).eq('id', circle).select());
  const small: typeof enter = (person) => enter(person, { viewport: { width: 320, height: 640 } });
  const [lead] = (await enterAll(small, clock, [team.lead], () => `/circles/${circle}/live`)) as [Page];
  await clock.pass(3);
  await press(lead, 'Begin');
  const ends = lead.getByText('Ends at 10:51, planned for 10:48');
  await expect(ends.first()).toBeInViewport({ ratio: 1 });

  await press(lead, 'Fit to time');
  const sheet = lead.getByRole('dialog');
  await expect(sheet.getByText('Everything fits.')).toBeVisible();
  await expect(sheet.getByText('Ends at 10:51, planned for 10:48')).toBeVisible();
  await sheet.getByLabel('End at 10:48 as planned').check();
  await press(lead, 'Apply');
  await expect(ends).toHaveCount(0);
  await expect(lead.getByText('Ends at 10:48').first()).toBeVisible();
  await press(lead, 'Undo');
  await expect(ends.first()).toBeVisible();
  await press(lead, 'Fit to time');
  await clock.pass(46);
  await press(lead, 'Leave it as it is');
  await press(lead, 'Fit to time');
  await expect(sheet.getByLabel('End at 10:48 as planned')).toHaveCount(0);
  await press(lead, 'Leave it as it is');
  await checkPage(lead);
});

test('on the smallest phone the head is one row, a new part is in view, and nothing hides behind the bar', async ({
  api,
  enter
}) => {
  const { team, circle } = await newCircle(api, ['Cora Co'], parts, 'open');
  const small: typeof enter = (person) => enter(person, { viewport: { width: 320, height: 640 } });
  const clock = new RoomClock();
  const [lead] = (await enterAll(small, clock, [team.lead], () => `/circles/${circle}/live`)) as [Page];
  await press(lead, 'Begin');
  const head = await lead.locator('header > div').first().boundingBox();
  expect(head!.height).toBeLessThan(64);
  await press(lead, 'Next');
  await allShow([lead], 'Core');

  const bar = (await lead.getByRole('group', { name: 'Going on' }).boundingBox())!;
  await lead.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
  const foot = (await lead.locator('footer').boundingBox())!;
  expect(foot.y + foot.height).toBeLessThanOrEqual(bar.y + 1);
  const heading = lead.getByRole('heading', { level: 1 });
  await expect(heading).not.toBeInViewport();
  await press(lead, 'Next');
  await allShow([lead], parts[2]!.title);
  await expect(heading).toBeInViewport({ ratio: 1 });
  await expect(button(lead, 'Next')).toBeFocused();
  const begin = (await button(lead, 'Begin the round (2 people)').boundingBox())!;
  expect(begin.y + begin.height).toBeLessThanOrEqual(bar.y);

  await lead.goto('/home');
  await scripted(lead);
  const links = lead.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const tops = await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});
