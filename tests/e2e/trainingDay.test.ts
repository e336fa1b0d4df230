import type { Page } from '@playwright/test';
import { must } from '../policies/furnish.ts';
import { expect, test } from './circlewell.ts';
import { goTo } from './house.ts';
import { readPdf } from './pdf.ts';
import { addPlaces, newTraining, type TrainingGround } from './trainingGround.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const sessionsOf = async ({ trainer, training }: TrainingGround, day: number) =>
  must(
    await trainer.client
      .from('training_sessions')
      .select('id, title, half, minutes, started_at, ended_at, actual_minutes')
      .eq('training_id', training)
      .eq('day', day)
      .order('half')
      .order('position')
  );
/** The date of today in London, and instants some minutes ago. */
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(Date.now());
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

test.describe('running a day', () => {
  let ground: TrainingGround;
  const day = () => `/trainings/${ground.training}/days/1`;
  test.beforeEach(async ({ api }) => {
    // From midnight on, so that it is never too early to begin.
    ground = await newTraining(api, {
      dates: [today(), '2035-03-31'],
      starts: { morning: '00:00', afternoon: '00:01' }
    });
  });
  const begun = async (minutes: number) => {
    const [first] = await sessionsOf(ground, 1);
    const { client } = ground.trainer;
    must(
      await client
        .from('training_sessions')
        .update({ started_at: ago(minutes) })
        .eq('id', first!.id)
        .select('id')
    );
  };

  for (const scripts of [true, false]) {
    test(`begin, go on, take back and correct, ${scripts ? 'with' : 'without'} scripts`, async ({ enter }) => {
      await begun(42);
      const page = await enter(ground.trainer, { javaScriptEnabled: scripts });
      const now = page.getByRole('region', { name: 'Now' });
      await (scripts ? goTo(page, day()) : page.goto(day()));
      await expect(now).toContainText('Opening circle 1');
      await expect(now.getByRole('timer')).toHaveText('12 minutes over');
      await expect(now).toContainText('Coffee');
      await expect(page.getByRole('heading', { name: 'Plan: Opening circle 1' })).toBeVisible();
      await expect(page.getByText('Ask what people know already.')).toBeVisible();

      await button(page, 'Done, start the next').click();
      await expect(now.getByRole('timer')).toHaveText('Minute 0 of 10');
      await expect(page.getByText('took 42 of 30 minutes')).toBeVisible();
      expect((await sessionsOf(ground, 1))[0]).toMatchObject({ actual_minutes: 42 });
      await button(page, 'Undo the last press').click();
      await expect(now.getByRole('timer')).toHaveText('12 minutes over');
      await button(page, 'Done').click();
      await expect(page.getByText('Nothing runs at the moment.')).toBeVisible();

      const coffee = page.getByRole('listitem').filter({ hasText: 'Coffee' });
      await coffee.getByText('Correct the time').click();
      await coffee.getByLabel('Minutes it took').fill('17');
      await coffee.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('took 17 of 10 minutes')).toBeVisible();
      expect((await sessionsOf(ground, 1))[1]).toMatchObject({ actual_minutes: 17, started_at: null });
    });
  }

  test('of two trainers who press at once, the second is told and changes nothing', async ({ enter }) => {
    await begun(5);
    const page = await enter(ground.trainer);
    await goTo(page, day());
    const [first] = await sessionsOf(ground, 1);
    const end = { ended_at: ago(1), actual_minutes: 4 };
    must(await ground.trainer.client.from('training_sessions').update(end).eq('id', first!.id).select('id'));
    await button(page, 'Done').click();
    await expect(page.getByRole('alert')).toContainText('Another trainer pressed a button meanwhile');
    expect((await sessionsOf(ground, 1))[0]).toMatchObject({ actual_minutes: 4 });
  });

  test('notes are kept; what is parked is settled or moved to another day', async ({ enter }) => {
    const page = await enter(ground.trainer);
    await goTo(page, day());
    const parked = page.getByRole('region', { name: 'Parking lot' });
    for (const text of ['What about children?', 'Who pays?']) {
      await page.getByLabel('Something to come back to').fill(text);
      await button(page, 'Park it').click();
      await expect(parked.getByRole('paragraph').filter({ hasText: text })).toBeVisible();
    }
    await button(page, 'Settled: Who pays?').click();
    await expect(parked.getByText('settled', { exact: true })).toBeVisible();
    await parked.getByText('To another day').click();
    await parked.getByRole('combobox', { name: 'Day' }).selectOption('Day 2');
    await button(page, 'Move').click();
    await expect(parked.getByText('What about children?')).toHaveCount(0);
    await page.getByLabel('A note', { exact: true }).fill('Slower next time.');
    await button(page, 'Keep this note').click();
    await expect(page.getByRole('region', { name: 'Notes' }).getByText('Slower next time.')).toBeVisible();

    await page.goto(`/trainings/${ground.training}/days/2`);
    await expect(page.getByText('What about children?').first()).toBeVisible();
    await expect(page.getByText('This day is planned for Saturday 31 March 2035')).toBeVisible();
  });

  test('a session’s plan and handout are a press away', async ({ enter }) => {
    const page = await enter(ground.trainer);
    await page.goto(day());
    await page.getByRole('link', { name: 'Plan: Talk 1' }).click();
    await expect(page.getByRole('heading', { name: 'Plan: Talk 1' })).toBeVisible();
    // In a break too, when the session it was for is over: every handout of the day.
    const handouts = page.getByRole('region', { name: 'Handouts of the day' });
    await expect(handouts.getByRole('link', { name: 'One page' })).toBeVisible();
    await page.getByRole('region', { name: 'Plan: Talk 1' }).getByRole('link', { name: 'One page' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'One page' })).toBeVisible();
    await expect(page.getByText('Breathe.')).toBeVisible();
  });
});

for (const [paper, size] of [
  ['a4', [595, 842]],
  ['letter', [612, 792]]
] as const) {
  test(`the day pack prints on ${paper}: a sheet each, with the names of who is expected`, async ({ api, enter }) => {
    const ground = await newTraining(api, { dates: ['2035-03-30'] });
    const [first] = await addPlaces(ground, 20);
    await addPlaces(ground, 10, { kind: 'open_day' });
    const page = await enter(ground.trainer);
    await page.goto(`/trainings/${ground.training}/days/1/pack?paper=${paper}`);
    const { pages, size: found, count } = readPdf(await page.pdf({ preferCSSPageSize: true }));
    expect(found).toEqual([...size]);
    test.skip(pages === null, 'pdftotext is not installed: the words of the pages are not read');
    // The cover says where each part begins, and there it does: no sheet ran over its page.
    const listed = [...pages![0]!.matchAll(/^ *(\S.*?) {3,}(\d+)$/gm)];
    const begins = listed.map(([, title, at]) => ({ title: title!, at: Number(at) }));
    expect(begins.map(({ title }) => title)).toEqual([
      'Timetable',
      'Materials for the day',
      "Facilitators' plans",
      'One page',
      'Attendance',
      'Parking lot',
      'How was it?'
    ]);
    for (const { title, at } of begins) expect(pages![at - 1], `page ${at}`).toContain(title);
    expect(count).toBe(begins.at(-1)!.at);
    expect(pages![1]).toMatch(/10:10–11:30\s+Talk 1/);
    expect(pages![1]).toContain('The day ends at 14:55.');
    expect(pages![3]).toContain('Ask what people know already.');
    expect(pages!.join()).toContain(first!.name);
    expect(pages!.at(-1)).toContain('1. Signing up was easy');
    for (const sheet of pages!.slice(1)) expect(sheet).toContain('Facilitators, spring · Day 1 · Friday 30 March 2035');
    expect(pages!.join()).not.toContain('Print the pack');
  });
}
