import type { Page } from '@playwright/test';
import { must, type Api } from '../policies/furnish.ts';
import { expect } from './circlewell.ts';
import { newTeam, scripted, type Person, type Team } from './house.ts';

/** The one clock of all browsers in a test, and of the server's answer to `/clock`: time passes when the test says so. */
export class RoomClock {
  now = Date.UTC(2026, 10, 24, 10);
  readonly #pages = new Set<Page>();

  /** Before the page's first address. */
  async hangIn(page: Page): Promise<void> {
    this.#pages.add(page);
    page.on('close', () => this.#pages.delete(page));
    await page.clock.setFixedTime(this.now);
    await page.route('**/clock', (route) => route.fulfill({ json: { now: this.now } }).catch(() => undefined));
  }

  /** Lets minutes pass at once, everywhere. */
  async pass(minutes: number): Promise<void> {
    this.now += minutes * 60_000;
    await Promise.all([...this.#pages].map((page) => page.clock.setFixedTime(this.now)));
  }
}

export type Part = { kind: string; title: string; minutes: number; least?: number; priority?: number };

/** 45 minutes. */
export const fortyFive: Part[] = [
  { kind: 'opening', title: 'Arrive', minutes: 4 },
  { kind: 'agreements', title: 'Agreements', minutes: 3 },
  { kind: 'check_in', title: 'Check-in', minutes: 10, least: 6 },
  { kind: 'practice', title: 'Practice', minutes: 4, least: 2, priority: 9 },
  { kind: 'core', title: 'Core', minutes: 9, least: 5, priority: 5 },
  { kind: 'round', title: 'Round', minutes: 8, least: 5, priority: 5 },
  { kind: 'actions', title: 'Actions', minutes: 3, least: 2 },
  { kind: 'closing', title: 'Closing', minutes: 4 }
];

/** A team with a co-facilitator (the first of the names) and a circle of theirs, planned or open. */
export async function newCircle(api: Api, names: string[], parts: Part[], state: 'planned' | 'open') {
  const team = await newTeam(api, ...names);
  const { client } = team.lead;
  const circle = must(
    await client.rpc('plan_circle', {
      p_team: team.team,
      p_key: crypto.randomUUID(),
      p_circle: { kind: 'staff', title: 'Tuesday circle', planned_minutes: 45, time_zone: 'UTC' },
      p_items: parts.map(({ kind, title, minutes, least = minutes, priority = 1 }) => ({
        kind,
        title,
        minutes,
        min_minutes: least,
        priority
      })),
      p_questions: [],
      p_groups: []
    })
  );
  const co = { circle_id: circle, team_id: team.team, person_id: team.members[0]!.id, role: 'co_facilitator' };
  const given = await client.from('circle_roles').insert(co);
  if (given.error) throw new Error(given.error.message);
  if (state === 'open') must(await client.rpc('open_or_close_circle', { p_circle: circle, p_to: 'open' }));
  return { team, circle };
}

/** Everybody of the team in a browser of their own, each at this path of the circle, under one clock. */
export async function enterAll(
  enter: (person: Person) => Promise<Page>,
  clock: RoomClock,
  people: Person[],
  pathOf: (at: number) => string
): Promise<Page[]> {
  return Promise.all(
    people.map(async (person, at) => {
      const page = await enter(person);
      await clock.hangIn(page);
      await page.goto(pathOf(at));
      await scripted(page);
      return page;
    })
  );
}

export const facilitators = ({ lead, members }: Team): Person[] => [lead, members[0]!];

/** Playwright waits until the button takes a press: for a moment after every step it does not. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** Waits until all these screens show this as their one large thing. */
export async function allShow(pages: Page[], title: string): Promise<void> {
  await Promise.all(
    pages.map((page) => expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible())
  );
}

/** Waits until this desk knows who has the piece: a press on one that lags behind counts for nothing. */
export async function knowsHolder(desk: Page, name: string): Promise<void> {
  await expect(desk.getByText(`${name} has the talking piece`, { exact: true })).toBeAttached();
}

/** Waits until everything pressed on these screens is with the server. */
export async function allTold(pages: Page[]): Promise<void> {
  await Promise.all(
    pages.map((page) => expect(page.getByText('Everybody sees the same.')).toBeVisible({ timeout: 20_000 }))
  );
}
