import { App } from '@supabase/lite';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { join } from 'node:path';
import { keysIn } from '../../src/lib/server/keys.ts';
import { copyTemplate } from './copies.ts';
import { clientOf, must, type Account, type Client, type Furniture } from './furnish.ts';

/**
 * The library as it comes, on a copy of the furnished database, without what src/lib/server/backend.ts puts around it:
 * so that a test can show what would happen, and that it would notice. `grantsKept`: leave our grants as they are.
 */
export async function openUnguarded({ sessions }: Furniture, { grantsKept }: { grantsKept: boolean }) {
  const { dataDir, databaseUrl, remove } = await copyTemplate();
  const keys = keysIn(dataDir ?? '');
  const connection = databaseUrl
    ? createPostgresConnection({ url: databaseUrl, postgresOptions: { onnotice: () => {} } })
    : await createPgliteConnection({ url: join(dataDir ?? '', 'pglite') });
  const app = new App({
    connection,
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      site_url: 'http://localhost:3000'
    }
  });
  await app.ensureSystemSchema();
  if (grantsKept) (app.connection as unknown as { rlsState: string }).rlsState = 'active';
  const backend = {
    ...keys,
    url: 'http://embedded.invalid',
    fetch: (async (input: RequestInfo, init?: RequestInit) => app.fetch(new Request(input, init))) as typeof fetch,
    healthy: async () => true,
    vacuumBallots: async () => false,
    close: async () => {
      await connection.close();
      await remove();
    }
  };
  const as = async (account: Account): Promise<Client> => {
    const client = clientOf(backend);
    must(await client.auth.setSession(sessions[account]));
    return client;
  };
  return {
    as,
    visitor: clientOf(backend),
    service: clientOf({ ...backend, publishableKey: keys.secretKey }),
    close: backend.close
  };
}
