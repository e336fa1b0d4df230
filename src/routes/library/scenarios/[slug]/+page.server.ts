import { pageOf, slugsOf } from '$lib/library/server/page';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => slugsOf('scenario');
export const load: PageServerLoad = ({ params }) => pageOf('scenario', params.slug);
