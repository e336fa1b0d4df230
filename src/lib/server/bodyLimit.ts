import { error } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';

/** Above the largest form (a gathering to import), below what would fill memory. */
export const mostOfAForm = 6 * 1024 * 1024;

/** Pages whose forms carry a file of 25 MB. The server entry lets as much through (src/bin/serve.mjs); all others stop here. */
const takeFiles = new Set([
  '/(app)/organisation/[organisation]/files',
  '/(app)/organisation/[organisation]/files/[file]'
]);

/** What SvelteKit's `error` throws; here it also has to break off a stream. */
function refusal(): unknown {
  try {
    error(413, { message: m.ui_form_too_large(), id: '' });
  } catch (refused) {
    return refused;
  }
}

/**
 * The request, its body held to what a form may have: whoever reads more of it gets HttpError 413, at once where a longer
 * one was announced. Reading throws, not this function, so that a form with a sentence of its own can say it.
 */
export function limitedRequest(request: Request, routeId: string | null, most = mostOfAForm): Request {
  if (!request.body || takeFiles.has(routeId ?? '')) return request;
  const told = request.headers.get('content-length');
  if (told !== null && Number(told) <= most) return request;
  const { method, headers, signal } = request;
  const body = counted(request.body, told === null ? most : -1);
  return new Request(request.url, { method, headers, signal, body, duplex: 'half' } as RequestInit);
}

function counted(body: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> {
  const source = body.getReader();
  let read = 0;
  return new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { done, value } = await source.read();
      if (done) return stream.close();
      read += value.byteLength;
      if (read <= most) return stream.enqueue(value);
      stream.error(refusal());
      await dropRest(source);
    },
    cancel: (reason) => source.cancel(reason)
  });
}

/** Whoever is cut off while sending hears no answer. What the server entry does not let through breaks off there. */
async function dropRest(source: ReadableStreamDefaultReader<unknown>): Promise<void> {
  try {
    while (!(await source.read()).done);
  } catch {
    // The sender left, or sent still more.
  }
}
