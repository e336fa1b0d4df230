import { documentKinds } from '$lib/library/schema';
import { longestQuery } from '$lib/library/search';
import { searchBuiltIn } from '$lib/library/server/searchBuiltIn';
import type { PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = ({ url }) => {
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery);
  const kind = documentKinds.find((each) => each === url.searchParams.get('kind')) ?? null;
  return { query, kind, found: searchBuiltIn(query, kind) };
};
