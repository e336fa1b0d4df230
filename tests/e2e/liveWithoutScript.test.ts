import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { allTold, enterAll, fortyFive, newCircle, press, RoomClock } from './liveRoom.ts';

test('without scripts the page shows how things stand, and the circle can be opened and closed', async ({
  api,
  enter
}) => {
  const { team, circle } = await newCircle(api, ['Cora Co'], fortyFive, 'planned');
  const plain = await enter(team.members[0]!, { javaScriptEnabled: false });
  const path = `/circles/${circle}/live`;
  await plain.goto(path);
  await expect(plain.getByText('Agreements').first()).toBeVisible();
  await press(plain, 'Open the circle');
  const [lead] = await enterAll(enter, new RoomClock(), [team.lead], () => path);
  await press(lead!, 'Begin');
  await press(lead!, 'Next');
  await allTold([lead!]);

  await expect(async () => {
    await plain.goto(path);
    await expect(plain.getByRole('heading', { level: 1, name: 'Agreements' })).toBeVisible({ timeout: 500 });
  }).toPass();
  // Playwright's locators never look into <noscript>; this is the text as it is drawn.
  expect(await plain.evaluate(() => document.body.innerText)).toContain('Running a circle needs JavaScript');
  await plain.getByText('Close the circle', { exact: true }).click();
  await press(plain, 'Close it now');

  await expect(plain.getByRole('heading', { level: 1, name: 'The circle is over' })).toBeVisible();
  await expect(lead!.getByRole('link', { name: 'Go to the record' })).toBeVisible();
  const { state } = must(await team.lead.client.from('circles').select('state').eq('id', circle).single());
  expect(state).toBe('closed');
});
