import type { CodedComment, Theme } from './codedCircle.ts';

/** How sure a suggestion is, from its lead over the next one. Never a percentage. */
export type SuggestionBand = 'likely' | 'possible' | 'unsure';

/** A theme offered for a comment, with what speaks for it. */
export type Suggestion = {
  theme: string;
  band: SuggestionBand;
  why: { sharedWords: string[]; nearestComments: string[]; themeName: boolean };
};

/**
 * Offers themes for comments, best first, at most three for each. It runs on this machine, sends no text anywhere, and
 * never codes by itself: a person takes a suggestion or leaves it.
 */
export interface ThemeSuggester {
  suggest(question: {
    themes: readonly Theme[];
    /** Those already in a theme teach; those in none are asked about. */
    comments: readonly CodedComment[];
  }): Promise<ReadonlyMap<string, Suggestion[]>>;
}
