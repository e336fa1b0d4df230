/**
 * A facilitator's own look at themselves before they open. Nothing here is counted or rated: each answer brings at most
 * one suggestion, and none of them stops anybody. Answers stay on the device (see forget.ts).
 */
export const readyPrompts = {
  body: ['rested', 'tired', 'unwell'],
  mood: ['settled', 'stirred', 'low'],
  carry: ['light', 'aside', 'close'],
  partner: ['talked', 'ask', 'alone'],
  hold: ['yes', 'beside', 'unsure'],
  after: ['known', 'unknown']
} as const;

export type ReadyPrompt = keyof typeof readyPrompts;
export type ReadyAnswers = Partial<Record<ReadyPrompt, string>>;

/** The answers that bring a suggestion; the others need none. */
const suggestions = {
  body_tired: true,
  body_unwell: true,
  mood_stirred: true,
  mood_low: true,
  carry_aside: true,
  carry_close: true,
  partner_ask: true,
  partner_alone: true,
  hold_beside: true,
  hold_unsure: true,
  after_unknown: true
} as const;
export type Suggestion = keyof typeof suggestions;

const prompts = Object.keys(readyPrompts) as ReadyPrompt[];
const isSuggestion = (name: string): name is Suggestion => Object.hasOwn(suggestions, name);

/** True when every prompt has an answer. */
export const answered = (answers: ReadyAnswers): boolean => prompts.every((prompt) => answers[prompt] !== undefined);

/** What might help, in the order of the prompts. */
export const suggestionsFor = (answers: ReadyAnswers): Suggestion[] =>
  prompts.map((prompt) => `${prompt}_${answers[prompt] ?? ''}`).filter(isSuggestion);

/** Answers as they lie on the device; anything that is no answer of ours is left out. */
export function readAnswers(kept: string | null): ReadyAnswers {
  try {
    const read: unknown = JSON.parse(kept ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).filter(([prompt, answer]) =>
        (readyPrompts[prompt as ReadyPrompt] as readonly unknown[] | undefined)?.includes(answer)
      )
    );
  } catch {
    return {};
  }
}
