import type { Page } from '@playwright/test';
import { expect, test } from './circlewell.ts';
import { scripted } from './house.ts';
import { allShow, enterAll, newCircle, press, RoomClock, type Part } from './liveRoom.ts';

test.setTimeout(90_000);

const parts: Part[] = [
  { kind: 'opening', title: 'Arrive', minutes: 20 },
  { kind: 'core', title: 'Core', minutes: 20 },
  { kind: 'closing', title: 'Closing', minutes: 5 }
];

/** Within this time a page hears of a change by itself; later it would have been the regular check, every 30 s. */
const soon = { timeout: 10_000 };

test('an open page follows what its person may do: the circle opens, a role is given and taken, the circle closes', async ({
  api,
  enter
}) => {
  const { team, circle } = await newCircle(api, ['Cora Co', 'Ana', 'Ben'], parts, 'planned');
  const clock = new RoomClock();
  const people = [team.lead, team.members[1]!, team.members[2]!];
  const path = (at: number) => `/circles/${circle}/live${at === 2 ? '/screen' : ''}`;
  const pages = (await enterAll(enter, clock, people, path)) as [Page, Page, Page];
  const [lead, ana, screen] = pages;
  const next = ana.getByRole('button', { name: 'Next', exact: true });
  const roles = await enter(team.lead);
  await roles.goto(`/circles/${circle}/people`);
  await scripted(roles);
  const give = async (role: string) => {
    await roles.getByLabel('Ana').selectOption(role);
    await press(roles, 'Save who does what');
  };

  await expect(ana.getByText('Arrive', { exact: true })).toBeVisible();
  await press(lead, 'Open the circle');
  await expect(ana.getByText('The circle has not begun yet.')).toBeVisible(soon);
  await press(lead, 'Begin');
  await allShow(pages, 'Arrive');
  await expect(next).toHaveCount(0);

  await give('Facilitator');
  await expect(next).toBeVisible(soon);
  await clock.pass(1);
  await next.click();
  await allShow(pages, 'Core');

  await give('Takes part');
  await expect(next).toHaveCount(0, soon);
  await clock.pass(1);
  await press(lead, 'Next');
  await allShow(pages, 'Closing');

  await press(lead, 'End the circle');
  await press(lead, 'Close the circle');
  await expect(ana.getByRole('link', { name: 'Go to the record' })).toBeVisible(soon);
  await allShow([ana, screen], 'The circle is over');
  await expect(screen.getByText('This is how things stood last.')).toHaveCount(0, soon);
});
