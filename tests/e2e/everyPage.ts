import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must, type Api } from '../policies/furnish.ts';
import { demoPerson } from './house.ts';

const routes = join(import.meta.dirname, '../../src/routes');

/** Pages whose address sends everybody on. */
const onlyOn = ['/sign-out', '/organisation'];

/** The address of every page there is, as its route is written, without those that only send on. */
export function everyRoute(): string[] {
  return readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('+page.svelte'))
    .map(
      (file) =>
        `/${file
          .split(/[/\\]/)
          .slice(0, -1)
          .filter((part) => !part.startsWith('('))
          .join('/')}`
    )
    .filter((route) => !onlyOn.includes(route))
    .sort();
}

/** Who can open a page and see the most of it: its route and an address of it in the demo. */
export type Opened = { route: string; path: string };

/** Every page of the demo by who looks at it: first the visitor's, then what the lead and the admin see. */
export async function demoPages(api: Api): Promise<Record<'visitor' | 'lead' | 'admin', Opened[]>> {
  const { client } = await demoPerson(api, 'lead');
  const { id: team, organisation_id: organisation } = must(
    await client.from('teams').select('id, organisation_id').eq('name', 'Outreach team').single()
  );
  const circleOf = async (state: string) =>
    must(await client.from('circles').select('id, questions(id), groups(id)').eq('state', state).limit(1).single());
  const [planned, open, closed] = [await circleOf('planned'), await circleOf('open'), await circleOf('closed')];
  const at = (route: string, ids: Record<string, string> = {}, query = '') => ({
    route,
    path: route.replace(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? `no ${name}`) + query
  });
  const noted = { circle: open.id, question: open.questions[0]!.id, group: open.groups[0]!.id };
  const coded = { circle: closed.id, question: closed.questions[0]!.id, version: '1' };
  return {
    visitor: [
      ...['/', '/privacy', '/sign-up', '/sign-in', '/sign-in/code', '/reset', '/demo'].map((route) => at(route)),
      at('/sign-in/code', {}, '?have=1'),
      at('/reset', {}, '?have=1'),
      at('/join/[token]', { token: 'x'.repeat(43) })
    ],
    lead: [
      ...['/home', '/account', '/start', '/join'].map((route) => at(route)),
      ...['', '/members', '/members/invite', '/agreements', '/circles/new', '/import'].map((part) =>
        at(`/teams/[team]${part}`, { team })
      ),
      at('/teams/[team]/agreements', { team }, '?starter=short'),
      ...['', '/agenda', '/questions', '/change'].map((part) => at(`/circles/[circle]${part}`, { circle: planned.id })),
      at('/circles/[circle]', { circle: open.id }),
      at('/circles/[circle]/notes', noted),
      at('/circles/[circle]/notes/[question]/[group]', noted),
      ...['/themes', '/themes/[question]', '/report', '/report/publish', '/report/[version]'].map((part) =>
        at(`/circles/[circle]${part}`, coded)
      ),
      at('/circles/[circle]/report', coded, '?depth=full')
    ],
    admin: ['', '/contacts', '/teams', '/people', '/people/invite'].map((part) =>
      at(`/organisation/[organisation]${part}`, { organisation })
    )
  };
}

/** Publishes the report of the demo's closed circle once, so that there is a version to look at. */
export async function publishDemo(page: Page, { path }: Opened): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.context().request.post(origin + path, {
    form: { version: 1, measure: 'comments', quotes: 'on', looked: 'on' },
    headers: { origin, accept: 'text/html' },
    maxRedirects: 0
  });
  if (![303, 409].includes(answer.status())) throw new Error(`the demo could not be published: ${answer.status()}`);
}
