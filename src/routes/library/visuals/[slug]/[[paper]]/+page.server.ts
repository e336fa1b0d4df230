import { describedDrawing } from '$lib/library/drawing';
import { posterPaperFrom, posterPapers } from '$lib/library/posterPaper';
import { drawingOf } from '$lib/library/server/builtIn';
import { pageOf, slugsOf } from '$lib/library/server/page';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  slugsOf('visual').flatMap(({ slug }) => posterPapers.map((paper) => ({ slug, paper: paper === 'a4' ? '' : paper })));

export const load: PageServerLoad = ({ params }) => {
  const page = pageOf('visual', params.slug);
  const { title, summary } = page.document;
  const drawing = describedDrawing(drawingOf(params.slug) ?? '', { id: 'poster', title, summary });
  return { ...page, drawing, paper: posterPaperFrom(params.paper) };
};
