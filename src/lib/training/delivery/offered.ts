import type { Audience } from '../curriculum/schema.ts';

/** A version of a curriculum to plan a training from. */
export interface OfferedCurriculum {
  /** `circlewell`: the one the software ships; else the id of a version of the organisation's own. */
  choice: string;
  title: string;
  /** Null for the one the software ships. */
  version: number | null;
  /** What changed, as its trainers wrote it. */
  notes: string;
  days: { title: string; audience: Audience }[];
}
