import { builtInOf } from '$lib/library/server/builtIn';
import { needed, slugsOf } from '$lib/library/server/page';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => slugsOf('practice');

export const load: PageServerLoad = ({ params }) => {
  const practice = needed('practice', params.slug);
  const like = builtInOf('practice').filter(({ minutes }) => minutes === practice.minutes);
  const next = like[(like.findIndex(({ slug }) => slug === practice.slug) + 1) % like.length];
  const other = next && next.slug !== practice.slug ? next : null;
  return { practice, other: other && { kind: other.kind, slug: other.slug, title: other.title } };
};
