/** An open action as the record sheet shows it. `dueOn` is `YYYY-MM-DD`. */
export interface PaperAction {
  id: string;
  text: string;
  ownerName: string;
  dueOn: string | null;
}

/** As many as leave room on the sheet for what is said and for new actions. */
const most = 3;

/** The first of the open actions, and how many more there are. */
export function actionsOnPaper(actions: readonly PaperAction[]): { shown: readonly PaperAction[]; more: number } {
  return { shown: actions.slice(0, most), more: Math.max(0, actions.length - most) };
}
