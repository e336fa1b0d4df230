import { pageOf, slugsOf } from '$lib/library/server/page';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => slugsOf('practice');
export const load: PageServerLoad = ({ params }) => pageOf('practice', params.slug);
