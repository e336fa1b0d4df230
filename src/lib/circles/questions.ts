/** A question of a circle as its pages show it. */
export interface CircleQuestion {
  id: string;
  number: number;
  prompt: string;
  tableTitle: string;
}

/** A group with the person who writes its notes. */
export interface CircleGroup {
  id: string;
  name: string;
  recorder: { id: string; name: string } | null;
}
