import type { AgreementLine } from './line.ts';

/** What became of a line between two versions. `from` is where a moved line stood before, counted from 0. */
export type LineChange =
  { what: 'kept' | 'added' | 'removed'; line: AgreementLine } | { what: 'moved'; line: AgreementLine; from: number };

const same = (a: AgreementLine, b: AgreementLine): boolean => a.part === b.part && a.text === b.text;

/** Positions (in `before`, in `after`) of the longest run of lines that stayed in order; ties keep the earliest. */
function kept(before: readonly AgreementLine[], after: readonly AgreementLine[]): [number, number][] {
  // length[i][j]: of the longest common part of before from i and after from j.
  const length = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      length[i]![j] = same(before[i]!, after[j]!)
        ? length[i + 1]![j + 1]! + 1
        : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (same(before[i]!, after[j]!)) pairs.push([i++, j++]);
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/**
 * What changed from one version to the next, in reading order: every line of both is in it once. A line that only stands
 * elsewhere has moved; one that became a limit, or stopped being one, was taken out and added.
 */
export function changesBetween(before: readonly AgreementLine[], after: readonly AgreementLine[]): LineChange[] {
  const stayed = new Map(kept(before, after).map(([i, j]) => [j, i]));
  const stay = new Set(stayed.values());
  const free = before.map((_, i) => i).filter((i) => !stay.has(i));
  const movedFrom = new Map<number, number>();
  after.forEach((line, j) => {
    if (stayed.has(j)) return;
    const at = free.findIndex((i) => same(before[i]!, line));
    if (at >= 0) movedFrom.set(j, free.splice(at, 1)[0]!);
  });
  const gone = new Set(free);
  const changes: LineChange[] = [];
  let next = 0;
  const takeOutUntil = (end: number) => {
    for (; next < end; next++) if (gone.has(next)) changes.push({ what: 'removed', line: before[next]! });
  };
  after.forEach((line, j) => {
    const from = movedFrom.get(j);
    const old = stayed.get(j);
    if (old !== undefined) {
      takeOutUntil(old);
      changes.push({ what: 'kept', line });
      next = old + 1;
    } else if (from !== undefined) changes.push({ what: 'moved', line, from });
    else {
      // What was taken out here stands before what came instead.
      takeOutUntil(nextKept(stayed, j) ?? before.length);
      changes.push({ what: 'added', line });
    }
  });
  takeOutUntil(before.length);
  return changes;
}

/** Where the next line that stayed stood before; undefined after the last one. */
function nextKept(stayed: Map<number, number>, from: number): number | undefined {
  return [...stayed].find(([j]) => j > from)?.[1];
}

/**
 * The newer version, made from the older one and what changed.
 * @throws Error when the changes do not belong to this version
 */
export function applyChanges(before: readonly AgreementLine[], changes: readonly LineChange[]): AgreementLine[] {
  const moved = new Set(changes.flatMap((change) => (change.what === 'moved' ? [change.from] : [])));
  const rest = before.filter((_, i) => !moved.has(i));
  const after: AgreementLine[] = [];
  for (const change of changes) {
    if (change.what === 'added') after.push(change.line);
    else {
      const old = change.what === 'moved' ? before[change.from] : rest.shift();
      if (!old || !same(old, change.line)) throw new Error('these changes are of another version');
      if (change.what !== 'removed') after.push(old);
    }
  }
  if (rest.length > 0) throw new Error('these changes are of another version');
  return after;
}

/** How many lines were added, taken out and moved. */
export function countChanges(changes: readonly LineChange[]): { added: number; removed: number; moved: number } {
  const of = (what: LineChange['what']) => changes.filter((change) => change.what === what).length;
  return { added: of('added'), removed: of('removed'), moved: of('moved') };
}
