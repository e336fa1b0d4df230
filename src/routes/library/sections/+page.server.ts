import { inBrief } from '$lib/library/inBrief';
import { builtInOf } from '$lib/library/server/builtIn';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ sections: builtInOf('section').map(inBrief) });
