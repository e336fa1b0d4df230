import { inBrief } from '$lib/library/inBrief';
import { practiceSorts } from '$lib/library/schema';
import { builtInOf } from '$lib/library/server/builtIn';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
  const practices = builtInOf('practice');
  return {
    count: practices.length,
    sorts: practiceSorts
      .map((sort) => ({
        sort,
        practices: practices
          .filter((some) => some.sort === sort)
          .sort((a, b) => a.minutes - b.minutes)
          .map((some) => ({ ...inBrief(some), minutes: some.minutes }))
      }))
      .filter((some) => some.practices.length > 0)
  };
};
