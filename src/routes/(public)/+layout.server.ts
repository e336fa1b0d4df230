import type { LayoutServerLoad } from './$types';

/** Whether the embedded demo runs here, and whether somebody is signed in: pages for everybody offer other ways in. */
export const load: LayoutServerLoad = ({ locals }) => ({ demo: locals.demo, signedIn: locals.person !== null });
