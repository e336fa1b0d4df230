import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo, newTeam, scripted, type Team } from './house.ts';

let team: Team;
test.beforeAll(async ({ api }) => {
  team = await newTeam(api, 'Mo Member', 'Cleo Colleague');
});

const button = (page: Page, name: string) => page.getByRole('button', { name });

async function planned(title: string): Promise<string> {
  const circle = {
    kind: 'peer_support',
    title,
    starts_at: '2030-05-01T10:00:00Z',
    planned_minutes: 60,
    time_zone: 'UTC'
  };
  const plan = { p_team: team.team, p_key: crypto.randomUUID(), p_circle: circle };
  return must(await team.lead.client.rpc('plan_circle', { ...plan, p_items: [], p_questions: [], p_groups: [] }));
}

test('two who take attendance at once lose nothing of each other, and members see their own line', async ({
  enter,
  checkPage
}) => {
  const circle = await planned('Two tap at once');
  const [one, other, member] = [await enter(team.lead), await enter(team.lead), await enter(team.members[0]!)];
  const at = `/circles/${circle}/attendance`;
  await goTo(member, at);
  await button(member, 'Send my apology').click();
  await expect(member.getByText('Your apology is noted.')).toBeVisible();
  await expect(member.getByText('Cleo Colleague')).toHaveCount(0);
  await goTo(one, at);
  await goTo(other, at);
  const line = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
  await expect(line(one, 'Mo Member').getByLabel('Apology')).toBeChecked();
  await line(one, 'Cleo Colleague').getByText('Present', { exact: true }).click();
  await one.getByLabel('Names of others').fill('Robin\nKim');
  await button(one, 'Save').click();
  await expect(one.getByText('Saved. 3 attended, 1 sent an apology, 0 declined.')).toBeVisible();

  await line(other, 'Lena Lead').getByText('Late', { exact: true }).click();
  await button(other, 'Save').click();

  await expect(other.getByText('Saved. 4 attended, 1 sent an apology, 0 declined.')).toBeVisible();
  await expect(line(other, 'Cleo Colleague').getByLabel('Present')).toBeChecked();
  await expect(line(other, 'Robin').getByLabel('Present')).toBeChecked();
  await checkPage(other);
});

test('one slip keeps nobody else from being noted, and noting the last one makes it all', async ({ enter }) => {
  const circle = await planned('A slip');
  for (const javaScriptEnabled of [true, false]) {
    const page = await enter(team.lead, { javaScriptEnabled });
    const line = (name: string) => page.getByRole('group', { name, exact: true });
    await page.goto(`/circles/${circle}/attendance`);
    if (javaScriptEnabled) await scripted(page);
    const tap = javaScriptEnabled ? 'Present' : 'Late';
    await line('Lena Lead').getByText(tap, { exact: true }).click();
    await line('Mo Member').getByText('Made up', { exact: true }).click();
    await expect(line('Mo Member').getByLabel('Made up on')).toBeVisible();
    await page.getByLabel('Names of others').fill(`Robin ${tap}`);
    await button(page, 'Save').click();
    await expect(page.getByText('Saved, but not this: Mo Member.')).toBeVisible();
    await expect(line(`Robin ${tap}`).getByLabel('Present')).toBeChecked();
    await expect(line('Lena Lead').getByLabel(tap, { exact: true })).toBeChecked();
    await expect(line('Mo Member').getByLabel('Made up', { exact: true })).toBeChecked();
    await expect(page.getByLabel('Names of others')).toHaveValue('');
    await expect(page.getByLabel('Not taken, or not all of it')).toBeChecked();
  }
  const page = await enter(team.lead);
  const line = (name: string) => page.getByRole('group', { name, exact: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await goTo(page, `/circles/${circle}/attendance`);
  await line('Mo Member').getByText('Made up', { exact: true }).click();
  await line('Mo Member').getByLabel('Made up on').fill('2030-05-02');
  await line('Cleo Colleague').getByText('Apology', { exact: true }).click();
  await button(page, 'Save').click();
  await expect(page.getByText('Saved. 3 attended, 1 sent an apology')).toBeVisible();
  await expect(page.getByLabel('Yes, what stands here is all of it')).toBeChecked();
});

test('whoever has the focus on the tap list is not under the bar that saves', async ({ enter }) => {
  const page = await enter(team.lead);
  const circle = await planned('Reachable');
  for (const size of [
    { width: 1280, height: 800 },
    { width: 320, height: 640 }
  ]) {
    await page.setViewportSize(size);
    await goTo(page, `/circles/${circle}/attendance`);
    const bar = button(page, 'Save').locator('..');
    for (const name of ['Lena Lead', 'Mo Member', 'Cleo Colleague']) {
      const group = page.getByRole('group', { name, exact: true });
      await group.getByLabel('Not noted').focus();
      const [choice, covered] = await Promise.all([group.getByText('Not noted').boundingBox(), bar.boundingBox()]);
      expect(choice!.y + choice!.height, `${name} at ${size.width}`).toBeLessThanOrEqual(covered!.y);
    }
  }
});
