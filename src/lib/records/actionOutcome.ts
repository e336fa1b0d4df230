/** What a page hears back from a form about an action. */
export interface ActionOutcome {
  /** The action's id, or `new`. */
  action: string;
  /** Which form it was. */
  which: 'add' | 'change' | 'remove' | 'close' | 'reopen';
  done: 'added' | 'changed' | 'removed' | 'closed' | 'reopened' | null;
  values: Record<string, string>;
  errors: Record<string, string>;
  message?: string;
}

/** A page's `form`, when it is about an action; pages have other forms too. */
export function actionOutcome(form: unknown): ActionOutcome | null {
  return typeof form === 'object' && form !== null && 'action' in form && 'which' in form
    ? (form as ActionOutcome)
    : null;
}

/** What went wrong in this form of this action, to be given to the form as its failure. */
export function failureOf(
  outcome: ActionOutcome | null,
  action: string,
  which: ActionOutcome['which']
): ActionOutcome | null {
  return outcome && outcome.done === null && outcome.action === action && outcome.which === which ? outcome : null;
}
