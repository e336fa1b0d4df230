import { sheetsOf } from '$lib/library/pack/sheets';
import { slugsOf } from '$lib/library/server/page';
import { wholeSection } from '$lib/library/server/wholeSection';
import { paperFrom, papers } from '$lib/ui/paper/paper';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  slugsOf('section').flatMap(({ slug }) => papers.map((paper) => ({ slug, paper: paper === 'a4' ? '' : paper })));

export const load: PageServerLoad = ({ params }) => {
  const whole = wholeSection(params.slug);
  const paper = paperFrom(params.paper);
  return { section: whole.section, drawing: whole.drawing, pack: sheetsOf(whole, paper), paper };
};
