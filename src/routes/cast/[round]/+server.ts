import { CAST_BYTES, castBallot, castStatus } from '$lib/ballots/server/cast';
import { running } from '$lib/server/theBackend';
import type { RequestHandler } from './$types';

/**
 * Takes one answer: 592 bytes, no credentials. Answers a status and nothing else, and writes no line into any log whatever happens
 * (see faults.ts and requests.ts in lib/server, which know no session and no fault here).
 */
export const POST: RequestHandler = async ({ params, request }) => {
  try {
    const { backend, env } = await running();
    const headers = headersFor(env.PUBLIC_BALLOT_ORIGIN);
    const answer = (status: number) => new Response(null, { status, headers });
    // Whoever sends a session along would tell us who they are: refused, so that it is noticed.
    if (request.headers.has('cookie') || request.headers.has('authorization')) return answer(castStatus.malformed);
    const body = await exactly(request, CAST_BYTES);
    return answer(castStatus[body ? await castBallot(backend, params.round, body) : 'malformed']);
  } catch {
    return new Response(null, { status: castStatus.failed, headers: headersFor(undefined) });
  }
};

/** A browser asks this first when answers go to another name of the server. */
export const OPTIONS: RequestHandler = async () => {
  const { env } = await running();
  return new Response(null, { status: 204, headers: headersFor(env.PUBLIC_BALLOT_ORIGIN) });
};

/** From any page, as a token is all that counts; with "*" a browser refuses to send or read anything with credentials. */
function headersFor(ballotOrigin: string | undefined): Record<string, string> {
  if (!ballotOrigin) return { 'cache-control': 'no-store' };
  return {
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    'access-control-max-age': '86400'
  };
}

/** The body if it has just this many bytes; reads no more than that. */
async function exactly(request: Request, length: number): Promise<Uint8Array | null> {
  const stated = request.headers.get('content-length');
  if (stated !== null && stated !== String(length)) return null;
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const part of request.body ?? []) {
    if (at + part.length > length) return null;
    bytes.set(part, at);
    at += part.length;
  }
  return at === length ? bytes : null;
}
