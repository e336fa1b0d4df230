import { builtInOf } from '$lib/library/server/builtIn';
import { inBrief } from '$lib/library/inBrief';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  sections: builtInOf('section').map(inBrief),
  practices: builtInOf('practice').map(inBrief),
  scenarios: builtInOf('scenario').map(inBrief),
  handouts: builtInOf('handout').map(inBrief),
  visuals: builtInOf('visual').map(inBrief)
});
