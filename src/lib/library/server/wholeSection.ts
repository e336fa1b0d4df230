import { describedDrawing } from '../drawing.ts';
import { htmlOf } from '../html.ts';
import type { SectionWithParts } from '../copyText.ts';
import type { Section } from '../schema.ts';
import { drawingOf } from './builtIn.ts';
import { needed } from './page.ts';

/** The library's section with all its parts. @throws error 404 */
export const wholeSection = (slug: string) => withParts(needed('section', slug));

/** A section, the library's or a team's, with the library's texts it leads to. @throws error 404 */
export function withParts(section: Section): SectionWithParts {
  const visual = needed('visual', section.visual);
  const { title, summary } = visual;
  return {
    section,
    html: htmlOf(section, 3),
    scenarios: section.scenarios.map((each) => needed('scenario', each)),
    practice: needed('practice', section.practice),
    visual,
    drawing: describedDrawing(drawingOf(visual.slug) ?? '', { id: 'poster', title, summary }),
    handouts: section.handouts.map((each) => needed('handout', each))
  };
}
