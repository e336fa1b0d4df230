import type { BrowserContext, Cookie, Page } from '@playwright/test';
import { randomBytes, randomUUID } from 'node:crypto';
import { demoPassword, demoPeople, type DemoRole } from '../../src/lib/teams/demo.ts';
import { clientOf, hashOf, invite, must, signUp, type Api, type Client, type Guest } from '../policies/furnish.ts';

export type Person = Guest & { name: string; email: string; password: string };

/** Somebody with an account of their own, in no team yet. */
export async function newPerson(api: Api, name: string): Promise<Person> {
  const account = `${name.split(' ')[0]?.toLowerCase()}-${randomUUID().slice(0, 8)}`;
  const guest = await signUp(api, account, name);
  return { ...guest, name, email: `${account}@example.org`, password: `the ${account} of the house` };
}

export type Team = { organisation: string; team: string; lead: Person; members: Person[] };

/** An organisation with one team: its lead, who is its admin too, and members of these names. */
export async function newTeam(api: Api, ...names: string[]): Promise<Team> {
  const lead = await newPerson(api, 'Lena Lead');
  const team = must(await lead.client.rpc('start_organisation', { p_name: 'Harbour House', p_team: 'North' }));
  const { organisation_id: organisation } = must(
    await lead.client.from('teams').select('organisation_id').eq('id', team).single()
  );
  const members: Person[] = [];
  for (const name of names) {
    const member = await newPerson(api, name);
    await invite(lead.client, member.client, { organisation, team, role: 'member' });
    members.push(member);
  }
  return { organisation, team, lead, members };
}

/** A demo person, as the API knows them. */
export async function demoPerson(api: Api, role: DemoRole): Promise<Person> {
  const client = clientOf(api);
  const email = demoPeople[role];
  const { user } = must(await client.auth.signInWithPassword({ email, password: demoPassword }));
  return { client, id: user.id, name: String(user.user_metadata.display_name), email, password: demoPassword };
}

/** The server's own client (its secret key): to see what is stored, and to store a note as the live server does. */
export function serviceOf(api: Api, secretKey: string): Client {
  return clientOf({ ...api, publishableKey: secretKey });
}

const sessions = new WeakMap<Person, Cookie[]>();

/** Signs a browser in through the sign-in form, without a page; the same person's next browser shares the session. */
export async function signIn(context: BrowserContext, api: Api, person: Person): Promise<void> {
  const session = sessions.get(person);
  if (session) return context.addCookies(session);
  const { email, password } = person;
  const answer = await context.request.post(`${api.url}/sign-in`, {
    form: { email, password },
    headers: { origin: api.url, accept: 'text/html' },
    maxRedirects: 0
  });
  if (answer.status() !== 303) throw new Error(`${email} could not sign in: ${answer.status()}`);
  sessions.set(person, await context.cookies());
}

/** The session of somebody who signed in through the form, as a request carries it. */
export async function cookieOf(
  { url }: Pick<Api, 'url'>,
  { email, password }: Pick<Person, 'email' | 'password'>
): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    headers: { origin: url, accept: 'text/html' },
    redirect: 'manual'
  });
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Goes to a page and waits until its scripts work: buttons that need none would be pressed before. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await scripted(page);
}

/** Waits until the scripts of the page work. */
export async function scripted(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.classList.contains('scripted'));
}

type LinkWish = { role?: 'member' | 'lead'; expiresInDays?: number; uses?: number };

/** Makes a join link of the team and gives its path. */
export async function joinPath({ lead, organisation, team }: Team, wish: LinkWish = {}): Promise<string> {
  const { role = 'member', expiresInDays = 1, uses = 5 } = wish;
  const secret = randomBytes(32).toString('base64url');
  const made = await lead.client.from('join_links').insert({
    organisation_id: organisation,
    team_id: team,
    role,
    token_hash: hashOf(secret),
    expires_at: new Date(Date.now() + expiresInDays * 86_400_000).toISOString(),
    max_uses: uses
  });
  if (made.error) throw new Error(made.error.message);
  return `/join/${secret}`;
}
