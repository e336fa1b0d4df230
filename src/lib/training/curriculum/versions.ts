import type { Curriculum } from './schema.ts';

/** In an address and in a form, the curriculum that Circlewell ships; an organisation's own versions are numbers. */
export const builtInName = 'circlewell';

/** A version of a curriculum as lists show it. */
export interface CurriculumVersion {
  /** Null for the built-in one as long as no training of the organisation uses it. */
  id: string | null;
  /** As it stands in addresses: `circlewell`, or a number. */
  name: string;
  title: string;
  /** Number of the software's own curriculum that this is, unchanged; null for the organisation's own. */
  builtIn: number | null;
  /** What it was made from, `circlewell 1` or `version 2`; empty where nobody knows. */
  basedOn: string;
  /** What changed, in the words of the one who published it. */
  notes: string;
  /** ISO instant; null for a draft, and for the built-in one that is not used yet. */
  publishedAt: string | null;
  isDraft: boolean;
}

/** A version with all that is in it. The `version` of a draft's document counts how often it was saved. */
export interface KeptCurriculum extends CurriculumVersion {
  document: Curriculum;
}

/** What a draft made from this version says it is based on. */
export const sourceOf = ({ name, builtIn }: Pick<CurriculumVersion, 'name' | 'builtIn'>): string =>
  builtIn === null ? `version ${name}` : `${builtInName} ${builtIn}`;
