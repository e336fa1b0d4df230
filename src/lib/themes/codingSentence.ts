import * as m from '../paraglide/messages.js';
import type { CodingError, CodingFault } from './codingChange.ts';

const SENTENCES: Record<CodingFault, (detail: string) => string> = {
  unknown_theme: () => m.themes_coding_unknown_theme(),
  unknown_comment: () => m.themes_coding_unknown_comment(),
  name_missing: () => m.themes_coding_name_missing(),
  name_taken: (name) => m.themes_coding_name_taken({ name }),
  description_too_long: () => m.themes_coding_description_too_long(),
  same_theme: () => m.themes_coding_same_theme(),
  nothing_to_split: () => m.themes_coding_nothing_to_split()
};

/** Why a change of coding could not be made, for the screen. */
export function codingSentence({ fault, detail }: CodingError): string {
  return SENTENCES[fault](detail);
}
