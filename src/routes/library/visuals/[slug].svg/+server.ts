import { drawingOf } from '$lib/library/server/builtIn';
import { needed, slugsOf } from '$lib/library/server/page';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => slugsOf('visual');

/** The drawing as a file, for those who put it into something of their own. */
export const GET: RequestHandler = ({ params }) => {
  const { slug } = needed('visual', params.slug);
  return new Response(drawingOf(slug), { headers: { 'content-type': 'image/svg+xml' } });
};
