import { startServer } from './server.ts';

/** Lets the server make its first boot once (database, migrations, demo organisation); every worker copies the result. */
export default async function prepareTemplate(): Promise<() => Promise<void>> {
  const server = await startServer();
  await server.stop();
  process.env.CIRCLEWELL_E2E_TEMPLATE = server.dataDir;
  return server.remove;
}
