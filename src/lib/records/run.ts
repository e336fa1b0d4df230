import { z } from 'zod';

/** How long an item took, in minutes; `actual` to one decimal. */
export interface ItemRun {
  title: string;
  planned: number;
  actual: number;
  skipped: boolean;
}

const runSchema = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      planned: z.number().nonnegative(),
      actual: z.number().nonnegative(),
      skipped: z.boolean().default(false)
    })
  )
});

/** Planned against actual of a circle that ran, or nothing: a run of a shape this version does not know is left out. */
export function itemsOfRun(run: unknown): ItemRun[] {
  const read = runSchema.safeParse(run);
  return read.success ? read.data.items : [];
}

/** Both sums, in whole minutes. */
export function runTotals(items: readonly ItemRun[]): { planned: number; actual: number } {
  const sum = (of: (item: ItemRun) => number) => Math.round(items.reduce((total, item) => total + of(item), 0));
  return { planned: sum(({ planned }) => planned), actual: sum(({ actual }) => actual) };
}
