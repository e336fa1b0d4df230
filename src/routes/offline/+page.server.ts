import { addressOf } from '$lib/library/schema';
import { builtInOf } from '$lib/library/server/builtIn';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  practices: builtInOf('practice')
    .map((practice) => ({ path: addressOf(practice), title: practice.title, minutes: practice.minutes }))
    .sort((a, b) => a.minutes - b.minutes || a.title.localeCompare(b.title))
});
