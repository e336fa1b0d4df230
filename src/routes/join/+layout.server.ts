import type { LayoutServerLoad } from './$types';

/** Visitors open join links too: what follows depends on whether somebody is signed in. */
export const load: LayoutServerLoad = ({ locals }) => ({ signedIn: locals.person !== null });
