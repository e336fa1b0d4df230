import { inject } from 'vitest';
import { openEmbedded, type Backend } from '../../src/lib/server/backend.ts';
import { copyTemplate, enter } from './copies.ts';
import {
  clientOf,
  invite,
  must,
  signUp,
  type Account,
  type Client,
  type Furniture,
  type Guest,
  type Invitation
} from './furnish.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `keys`: a folder with the backend's keys, where the database is not in a folder. */
    house: { kind: 'pglite' | 'postgres'; template: string; keys: string | null; furniture: Furniture };
  }
}

/** Who a policy test speaks for. The visitor has not signed in. */
export type Actor = Account | 'visitor';
export const actors: Actor[] = ['visitor', 'stranger', 'outsider', 'trainer', 'admin', 'colleague', 'member', 'lead'];

export type House = Furniture & {
  kind: 'pglite' | 'postgres';
  backend: Backend;
  /** A supabase-js client signed in as this actor; the same one every time. */
  as: (actor: Actor) => Promise<Client>;
  /** Somebody new, who comes in by a join link of the organisation's admin, or belongs to nothing. */
  newcomer: (role?: Invitation['role']) => Promise<Guest>;
  /** The server's own client (secret key). */
  service: Client;
  /**
   * Runs SQL one after the other as the owner of the database, above row level security, and gives the rows of the last:
   * for what only years do, and to count what is there. Nothing else may be under way.
   */
  asOwner: (...sql: string[]) => Promise<Record<string, unknown>[]>;
  close: () => Promise<void>;
};

const mail = { send: async () => {} };
const siteUrl = 'http://localhost:3000';

/**
 * A furnished house of this test file's own: one organisation with two teams, a second organisation, and everybody who
 * has something to do there (see furnish.ts). Close it in `afterAll`.
 */
export async function openHouse(): Promise<House> {
  const { kind, furniture } = inject('house');
  const copy = await copyTemplate();
  const { dataDir, databaseUrl } = copy;
  const open = () => openEmbedded({ dataDir, databaseUrl, siteUrl, mail });
  let running = await open();
  // Clients stay as they are when the backend is opened anew below.
  const backend: Backend = { ...running, fetch: (input, init) => running.fetch(input, init) };
  const clients = new Map<Actor, Promise<Client>>();

  const signIn = async (actor: Actor): Promise<Client> => {
    const client = clientOf(backend);
    if (actor !== 'visitor') must(await client.auth.setSession(furniture.sessions[actor]));
    return client;
  };

  const as = (actor: Actor): Promise<Client> => {
    const client = clients.get(actor) ?? signIn(actor);
    clients.set(actor, client);
    return client;
  };

  return {
    ...furniture,
    kind,
    backend,
    as,
    newcomer: async (role) => {
      const guest = await signUp(backend, `newcomer-${crypto.randomUUID()}`, 'Nina Newcomer');
      const team = role === 'lead' || role === 'member' ? furniture.team : null;
      if (role) await invite(await as('admin'), guest.client, { organisation: furniture.organisation, team, role });
      return guest;
    },
    service: clientOf({ ...backend, publishableKey: backend.secretKey }),
    asOwner: async (...sql) => {
      if (kind === 'pglite') await running.close();
      const inside = await enter(copy);
      let rows: Record<string, unknown>[] = [];
      for (const one of sql) rows = await inside.query(one);
      await inside.close();
      if (kind === 'pglite') running = await open();
      return rows;
    },
    close: async () => {
      await running.close();
      await copy.remove();
    }
  };
}
