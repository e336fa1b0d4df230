/** Somebody who has the document open, under the name and colour the server gave them. */
export interface Present {
  client: number;
  name: string;
  color: string;
}

/** Who else is here. Somebody who reconnects, or has two tabs open, is still one person. */
export function othersIn(
  states: { clientId: number; user?: { name?: string | null; color?: string } }[],
  me: number
): Present[] {
  const people = new Map<string, Present>();
  for (const { clientId, user } of states) {
    if (clientId === me || !user?.name) continue;
    people.set(`${user.name} ${user.color}`, { client: clientId, name: user.name, color: user.color ?? '' });
  }
  return [...people.values()];
}
