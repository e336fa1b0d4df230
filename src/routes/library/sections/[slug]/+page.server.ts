import { slugsOf } from '$lib/library/server/page';
import { wholeSection } from '$lib/library/server/wholeSection';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => slugsOf('section');
export const load: PageServerLoad = ({ params }) => wholeSection(params.slug);
