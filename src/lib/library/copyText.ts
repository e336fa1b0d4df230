import type { HtmlOf } from './html.ts';
import type { Handout, Practice, Scenario, Section, Visual } from './schema.ts';

/** A section with the texts it leads to, as its page shows them. */
export interface SectionWithParts {
  section: Section;
  html: HtmlOf<'section'>;
  scenarios: Scenario[];
  practice: Practice;
  visual: Visual;
  drawing: string;
  handouts: Handout[];
}

/** A team's copy as its page shows it: each kind with what its view needs. */
export type CopyText =
  | { kind: 'practice'; practice: Practice; html: HtmlOf<'practice'> }
  | { kind: 'scenario'; scenario: Scenario; html: HtmlOf<'scenario'> }
  | ({ kind: 'section' } & SectionWithParts)
  | { kind: 'handout'; html: HtmlOf<'handout'> };
