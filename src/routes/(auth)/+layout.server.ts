import { returnAddress } from '$lib/teams/returnAddress';
import type { LayoutServerLoad } from './$types';

/** Where to go afterwards, when it is a page of this site, and whether the demo runs here. */
export const load: LayoutServerLoad = ({ locals, url }) => ({
  demo: locals.demo,
  next: returnAddress(url.searchParams.get('next'))
});
