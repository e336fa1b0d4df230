import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { createHash } from 'node:crypto';
import type { Database } from '../../src/lib/database.types.ts';
import type { Backend } from '../../src/lib/server/backend.ts';

export type Client = SupabaseClient<Database>;

/** Everybody who has an account. A visitor has none. */
export const people = {
  /** Runs the organisation and is in no team. */
  admin: 'Ada Admin',
  /** Leads the team. */
  lead: 'Lena Lead',
  /** Is in the team. */
  member: 'Mo Member',
  /** Is in the team too: for what one member may do to another. */
  colleague: 'Cleo Colleague',
  /** Leads the other team of the same organisation. */
  outsider: 'Otto Outsider',
  /** Is a trainer of the organisation and in no team. */
  trainer: 'Tara Trainer',
  /** Runs an organisation of their own, with a team. */
  stranger: 'Sam Stranger'
} as const;

export type Account = keyof typeof people;

/** Ids of what stands in a furnished database. */
export type Furniture = {
  organisation: string;
  team: string;
  otherTeam: string;
  strangersTeam: string;
  people: Record<Account, string>;
  /** Everybody's session, so that no test file pays for hashing passwords again. */
  sessions: Record<Account, { access_token: string; refresh_token: string }>;
};

/** As much of a backend as a client needs; a server under test has no more. */
export type Api = Pick<Backend, 'url' | 'publishableKey' | 'fetch'>;

/** A client with no session: what a visitor has. */
export function clientOf(backend: Api): Client {
  return createClient<Database>(backend.url, backend.publishableKey, {
    global: { fetch: backend.fetch },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
  });
}

type Answer = { data: unknown; error: { message: string } | null };

/** The answer's data. @throws Error with the answer's own words, so that a failed set-up says why. */
export function must<A extends Answer>(answer: A): NonNullable<Extract<A, { error: null }>['data']> {
  if (answer.error) throw new Error(answer.error.message);
  if (answer.data === null || answer.data === undefined) throw new Error('the answer was empty');
  return answer.data as NonNullable<Extract<A, { error: null }>['data']>;
}

export type Guest = { client: Client; id: string };

/** A new account, signed in, which belongs to nothing yet. */
export async function signUp(backend: Api, name: string, displayName: string): Promise<Guest> {
  const client = clientOf(backend);
  const { user } = must(
    await client.auth.signUp({
      email: `${name}@example.org`,
      password: `the ${name} of the house`,
      options: { data: { display_name: displayName } }
    })
  );
  if (!user) throw new Error(`${name} could not sign up`);
  return { client, id: user.id };
}

export type Invitation = { organisation: string; team: string | null; role: 'lead' | 'member' | 'trainer' | 'admin' };

/** What is kept of a join link's secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Makes a join link that is good for a day, and gives its secret. */
export async function makeLink(
  host: Client,
  { organisation, team, role }: Invitation,
  { secret = crypto.randomUUID() as string, uses = 50 } = {}
): Promise<string> {
  const link = await host.from('join_links').insert({
    organisation_id: organisation,
    team_id: team,
    role,
    token_hash: hashOf(secret),
    expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    max_uses: uses
  });
  if (link.error) throw new Error(link.error.message);
  return secret;
}

/** Lets a person in the way everybody comes in: by a join link. */
export async function invite(host: Client, guest: Client, invitation: Invitation): Promise<void> {
  const secret = await makeLink(host, invitation);
  const joined = must(await guest.rpc('join_by_link', { p_token: secret })) as { status: string };
  if (joined.status !== 'ok') throw new Error(`the join link answered ${joined.status}`);
}

/** Makes the organisation, its two teams and everybody, as the people themselves would. */
export async function furnish(backend: Backend): Promise<Furniture> {
  const accounts = {} as Record<Account, Guest>;
  for (const account of Object.keys(people) as Account[])
    accounts[account] = await signUp(backend, account, people[account]);
  const { admin, lead, member, colleague, outsider, trainer, stranger } = accounts;

  const team = must(await admin.client.rpc('start_organisation', { p_name: 'Harbour House', p_team: 'North' }));
  const strangersTeam = must(await stranger.client.rpc('start_organisation', { p_name: 'Elsewhere', p_team: 'Away' }));
  const { organisation_id: organisation } = must(
    await admin.client.from('teams').select('organisation_id').eq('id', team).single()
  );
  const made = await admin.client.from('teams').insert({ organisation_id: organisation, name: 'South' });
  if (made.error) throw new Error(made.error.message);
  const { id: otherTeam } = must(await admin.client.from('teams').select('id').eq('name', 'South').single());
  await invite(admin.client, lead.client, { organisation, team, role: 'lead' });
  await invite(lead.client, member.client, { organisation, team, role: 'member' });
  await invite(lead.client, colleague.client, { organisation, team, role: 'member' });
  await invite(admin.client, outsider.client, { organisation, team: otherTeam, role: 'lead' });
  await invite(admin.client, trainer.client, { organisation, team: null, role: 'trainer' });
  const left = await admin.client.from('team_members').delete().eq('team_id', team).eq('person_id', admin.id);
  if (left.error) throw new Error(left.error.message);

  const ids = {} as Furniture['people'];
  const sessions = {} as Furniture['sessions'];
  for (const [name, { client, id }] of Object.entries(accounts) as [Account, Guest][]) {
    const { session } = must(await client.auth.getSession());
    if (!session) throw new Error(`${name} is not signed in`);
    ids[name] = id;
    sessions[name] = { access_token: session.access_token, refresh_token: session.refresh_token };
  }
  return { organisation, team, otherTeam, strangersTeam, people: ids, sessions };
}
