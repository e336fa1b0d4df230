import { json } from '@sveltejs/kit';
import { running } from '$lib/server/theBackend';

/** For a load balancer or a watchman: 200 when the database answers, 503 when it does not. Says nothing else. */
export async function GET() {
  const healthy = await running()
    .then(({ backend }) => backend.healthy())
    .catch(() => false);
  return json(
    { status: healthy ? 'ok' : 'database does not answer' },
    { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } }
  );
}
