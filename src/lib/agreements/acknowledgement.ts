import type { Unread } from './agreement.ts';

interface VersionRow extends Unread {
  /** Whether the reader has acknowledged this very version. */
  acknowledged: boolean;
}

/** The versions in force that someone has not yet acknowledged, by team; older versions ask nothing of anybody. */
export function unreadOf(rows: readonly VersionRow[]): Unread[] {
  const inForce = new Map<string, VersionRow>();
  for (const row of rows) {
    const key = `${row.team.id} ${row.kind}`;
    if ((inForce.get(key)?.version ?? 0) < row.version) inForce.set(key, row);
  }
  return [...inForce.values()]
    .filter((row) => !row.acknowledged)
    .map(({ team, kind, version }) => ({ team, kind, version }))
    .toSorted((a, b) => a.team.name.localeCompare(b.team.name) || a.kind.localeCompare(b.kind));
}

/** Who is in the team and has not acknowledged, by name. */
export function missingFrom<M extends { id: string; name: string }>(
  members: readonly M[],
  done: readonly string[]
): M[] {
  return members.filter(({ id }) => !done.includes(id)).toSorted((a, b) => a.name.localeCompare(b.name));
}
