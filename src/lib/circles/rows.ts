/**
 * A list of rows in one form (questions, groups) that works without JavaScript: fields `prompt-0`, `prompt-1` …, buttons
 * `up-1`, `down-1`, `remove-1`. `known` lists the ids the screen was opened with, so that a row someone else added in
 * the meantime is not taken for one that was removed here.
 */
export interface Rows<Field extends string> {
  rows: ({ id: string } & Record<Field, string>)[];
  known: string[];
}

/** Reads the rows and does what the pressed button says. Never throws; at most 200 rows are read. */
export function readRows<Field extends string>(form: FormData, fields: readonly Field[]): Rows<Field> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const rows: Rows<Field>['rows'] = [];
  for (let row = 0; row < 200 && form.has(`id-${row}`); row++) {
    const values = Object.fromEntries(fields.map((field) => [field, text(`${field}-${row}`)])) as Record<Field, string>;
    rows.push({ ...values, id: text(`id-${row}`) });
  }
  for (const name of form.keys()) {
    const found = /^(up|down|remove)-(\d{1,3})$/.exec(name);
    if (found)
      return { rows: press(rows, found[1]!, Number(found[2])), known: text('known').split(' ').filter(Boolean) };
  }
  return { rows, known: text('known').split(' ').filter(Boolean) };
}

function press<Row>(rows: Row[], does: string, index: number): Row[] {
  const row = rows[index];
  if (row === undefined) return rows;
  const without = rows.toSpliced(index, 1);
  if (does === 'remove') return without;
  return without.toSpliced(Math.max(0, index + (does === 'up' ? -1 : 1)), 0, row);
}

/** What saving has to do, given what is stored. Positions count from 0 in the wanted order. */
export interface RowChanges<Row> {
  remove: string[];
  add: { row: Row; position: number }[];
  keep: { id: string; row: Row; position: number }[];
}

/**
 * Compares the wanted rows with the stored ids. Rows stored since the screen was opened stay, after the wanted ones;
 * a wanted row whose id is gone (removed by someone else) is added again, so that nothing typed is lost.
 */
export function rowChanges<Row extends { id: string }>(
  wanted: readonly Row[],
  known: readonly string[],
  stored: readonly Row[]
): RowChanges<Row> {
  const wantedIds = new Set(wanted.map((row) => row.id));
  const storedIds = new Set(stored.map((row) => row.id));
  const remove = stored.filter((row) => known.includes(row.id) && !wantedIds.has(row.id)).map((row) => row.id);
  const later = stored.filter((row) => !wantedIds.has(row.id) && !remove.includes(row.id));
  const placed = [...wanted, ...later].map((row, position) => ({ id: row.id, row, position }));
  return {
    remove,
    add: placed.filter(({ id }) => !storedIds.has(id)).map(({ row, position }) => ({ row, position })),
    keep: placed.filter(({ id }) => storedIds.has(id))
  };
}
