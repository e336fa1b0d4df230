import type { Page } from '@playwright/test';

export type ShownTable = { caption: string; total: number; themes: { name: string; comments: number }[] };

/** Every themes table on the page as it stands: its caption, its rows in order, its last line. */
export async function tablesOn(page: Page): Promise<ShownTable[]> {
  const tables: ShownTable[] = [];
  for (const table of await page.getByRole('table').all()) {
    tables.push(
      await table.evaluate((element) => {
        const { caption, tBodies, tFoot } = element as HTMLTableElement;
        const cells = (row: HTMLTableRowElement) => [...row.cells].map(({ textContent }) => textContent.trim());
        const rows = [...(tBodies[0]?.rows ?? [])].map(cells);
        return {
          caption: caption?.textContent.trim() ?? '',
          total: Number(cells(tFoot!.rows[0]!)[1]),
          themes: rows.map(([name, count]) => ({ name: name ?? '', comments: Number(count) }))
        };
      })
    );
  }
  return tables;
}
