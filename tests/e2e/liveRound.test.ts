import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Page } from '@playwright/test';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { expect, test } from './circlewell.ts';
import type { Person } from './house.ts';
import { allShow, enterAll, knowsHolder, newCircle, press, RoomClock, type Part } from './liveRoom.ts';

test.setTimeout(120_000);

const parts: Part[] = [
  { kind: 'opening', title: 'Arrive', minutes: 4 },
  { kind: 'check_in', title: 'Check-in', minutes: 27, least: 6 },
  { kind: 'closing', title: 'Closing', minutes: 4 }
];
const names = ['Cora Co', 'Ana', 'Ben', 'Cy', 'Dee', 'Eli', 'Fay'];

/** Everything that reaches a page by socket from now on, as text. */
function framesOf(page: Page): string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    if (!socket.url().endsWith('/collab')) return;
    socket.on('framereceived', ({ payload }) => frames.push(payload.toString()));
  });
  return frames;
}

/** Opens the document of all that was pressed, as a tool of this person would; resolves with what lies in it, or why not. */
async function askFor(person: Person, serverUrl: string, name: string): Promise<string> {
  const { data } = await person.client.auth.getSession();
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${serverUrl.replace('http', 'ws')}/collab`,
    WebSocketPolyfill: WebSocket
  });
  const document = new Y.Doc();
  const outcome = await new Promise<string>((resolve) => {
    new HocuspocusProvider({
      websocketProvider,
      name,
      token: data.session?.access_token ?? '',
      document,
      onSynced: () => resolve(JSON.stringify(document.getMap('events'))),
      onAuthenticationFailed: ({ reason }) => resolve(reason)
    }).attach();
  });
  websocketProvider.destroy();
  return outcome;
}

const holder = (screen: Page) => screen.getByRole('heading', { level: 1 });

test('a round of nine with two passes, a late arrival and one leaving asks everybody once, and who passed once more', async ({
  api,
  enter
}) => {
  const { team, circle } = await newCircle(api, names, parts, 'open');
  const clock = new RoomClock();
  const people = [team.lead, team.members[0]!, team.members[1]!];
  const path = (at: number) => `/circles/${circle}/live${at === 2 ? '/screen' : ''}`;
  const [lead, cora, screen] = (await enterAll(enter, clock, people, path)) as [Page, Page, Page];
  await press(lead, 'Begin');
  await press(lead, 'Next');
  await lead.getByText('Who is asked, and in which order').click();
  await lead.getByLabel('Add someone by name').fill('Pia');
  await lead.getByLabel('by phone').check();
  await press(lead, 'Add');
  await lead.getByRole('group', { name: 'Facilitators' }).getByRole('button', { name: 'last' }).click();
  await press(lead, 'Begin the round (9 people)');

  const asked: string[] = [];
  const answer = async (name: string, how: string, by: Page) => {
    await allShow([screen], name);
    await knowsHolder(by, name);
    await clock.pass(1 / 60);
    asked.push((await holder(screen).innerText()).trim());
    await press(by, how);
  };
  const speaks = (name: string, by = lead) => answer(name, 'Has spoken, pass it on', by);
  await speaks('Ana');
  await answer('Ben', 'Passes', cora);
  await speaks('Cy');
  await lead.getByText('Someone arrives, leaves, or changes place').click();
  await lead.getByLabel('When are they asked?').selectOption('Before Fay');
  await lead.getByLabel('Add someone by name').fill('Lou, late');
  await press(lead, 'Add');
  await press(lead, 'Leaves: Eli');
  await press(cora, 'Hold silence');
  await allShow([screen], 'Silence');
  await press(lead, 'End the silence');
  await answer('Dee', 'Passes', lead);
  await speaks('Lou, late', cora);
  await speaks('Fay');
  await press(lead, 'Take back');
  asked.pop();
  await speaks('Fay');
  await speaks('Pia');
  await speaks('Cora Co', cora);
  await speaks('Lena Lead');
  await expect(lead.getByText('Asked once more')).toBeVisible();
  await speaks('Ben');
  await answer('Dee', 'Passes', cora);

  for (const desk of [lead, cora]) await expect(desk.getByText('Everybody was asked.')).toBeVisible();
  const first = ['Ana', 'Ben', 'Cy', 'Dee', 'Lou, late', 'Fay', 'Pia', 'Cora Co', 'Lena Lead'];
  expect(asked).toEqual([...first, 'Ben', 'Dee']);
  await allShow([screen], 'Check-in');
  await press(cora, 'Close the round');
  await expect(lead.getByText('Talking piece: another round')).toBeVisible();
});

test('who passed looks like everybody who was asked, on every screen', async ({ api, enter, checkPage }) => {
  const { team, circle } = await newCircle(api, ['Cora Co', 'Ana', 'Ben'], parts, 'open');
  const clock = new RoomClock();
  const people = [team.lead, team.members[1]!, team.members[2]!];
  const path = (at: number) => `/circles/${circle}/live${at === 2 ? '/screen' : ''}`;
  const pages = (await enterAll(enter, clock, people, path)) as [Page, Page, Page];
  const [lead, ...others] = pages;
  await press(lead, 'Begin');
  await press(lead, 'Next');
  await press(lead, 'Begin the round (4 people)');
  await allShow(others, 'Ana');
  await press(lead, 'Passes');
  await allShow(others, 'Ben');
  await press(lead, 'Has spoken, pass it on');
  await allShow(others, 'Cora Co');

  const seats = lead.getByRole('list', { name: 'Everybody in this round' }).getByRole('listitem');
  const words = (await seats.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  expect(words).toEqual(['Ana was asked', 'Ben was asked', 'Cora Co has the piece', 'Lena Lead still to come']);
  for (const page of others) {
    await expect(page.getByRole('main').getByText('Ana')).toHaveCount(0);
    await expect(page.getByRole('main').getByText(/pass/i)).toHaveCount(0);
  }
  for (const page of pages) await checkPage(page);
});

test('what was pressed in a round reaches the desks alone: a member’s browser hears of who has the piece and who is next', async ({
  api,
  enter,
  server
}) => {
  const round = ['Ana', 'Ben', 'Cora Co', 'Cy', 'Lena Lead'];
  const { team, circle } = await newCircle(api, ['Cora Co', 'Ana', 'Ben', 'Cy'], parts, 'open');
  // The lead has the desk in one window and the shared screen in another.
  const people = [team.lead, team.members[1]!, team.members[2]!, team.lead];
  const heard: string[][] = [];
  const clock = new RoomClock();
  const path = (at: number) => `/circles/${circle}/live${at >= 2 ? '/screen' : ''}`;
  const listening = async (person: Person) => {
    const page = await enter(person);
    heard.push(framesOf(page));
    return page;
  };
  const pages: Page[] = [];
  for (const [at, person] of people.entries())
    pages.push(...(await enterAll(listening, clock, [person], () => path(at))));
  const [lead, ...others] = pages as [Page, Page, Page, Page];
  await press(lead, 'Begin');
  await press(lead, 'Next');
  await press(lead, 'Begin the round (5 people)');
  await allShow(others, 'Ana');
  await press(lead, 'Passes');
  await allShow(others, 'Ben');
  await lead.getByText('Someone arrives, leaves, or changes place').click();
  await press(lead, 'Leaves: Cora Co');
  await press(lead, 'Passes');
  await allShow(others, 'Cy');
  await others[0]!.reload();
  await allShow(others, 'Cy');
  await press(lead, 'Has spoken, pass it on');
  await allShow(others, 'Lena Lead');

  for (const frames of heard.slice(1)) {
    expect(frames.some((frame) => frame.includes('"holder":"Ana","next":"Ben"'))).toBe(true);
    for (const frame of frames) {
      const [, holder = '', next = ''] = /"holder":"(.*?)","next":(?:"(.*?)"|null)/.exec(frame) ?? [];
      expect(frame).not.toMatch(/live:|pass|spoke|speaker|leave|answers|"do"/i);
      for (const name of round) if (![holder, next].includes(name)) expect(frame).not.toContain(name);
    }
  }
  for (const member of [team.members[1]!, team.members[3]!]) {
    expect(await askFor(member, server.url, `live:${circle}`)).toBe('no-access');
    expect(await askFor(member, server.url, `candle:${circle}`)).toBe('{}');
  }
  expect(await askFor(team.members[0]!, server.url, `live:${circle}`)).toMatch(
    /"passed".*"Lena Lead"|"Lena Lead".*"passed"/
  );
});
