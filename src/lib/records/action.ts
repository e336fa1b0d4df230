/** An action of a team. Days are `YYYY-MM-DD` in no zone, instants ISO strings. */
export interface Action {
  id: string;
  text: string;
  ownerId: string | null;
  ownerName: string;
  dueOn: string | null;
  createdAt: string;
  /** Null: still open. */
  closedAt: string | null;
  /** What was done, or why it was let go. */
  outcome: string;
  letGo: boolean;
  /** The circle it came from; null when it was noted outside one. */
  circle: ActionCircle | null;
  /** What the reader may do: close it and open it again (its owner too), or change and remove it. */
  mayClose: boolean;
  mayChange: boolean;
}

export interface ActionCircle {
  id: string;
  title: string;
  /** The day it was held or is planned for, in its own zone; null when neither is known. */
  day: string | null;
  seriesId: string | null;
}

export const isOpen = ({ closedAt }: Pick<Action, 'closedAt'>): boolean => closedAt === null;

/** Open actions as they are to be looked at: first due first, those without a day last, then the older first. */
export function openActions(actions: readonly Action[]): Action[] {
  return actions
    .filter(isOpen)
    .toSorted(
      (a, b) =>
        (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
        a.createdAt.localeCompare(b.createdAt) ||
        a.id.localeCompare(b.id)
    );
}

/** “You said · we did”: what was closed, latest first. */
export function closedActions(actions: readonly Action[]): Action[] {
  return actions
    .filter((action) => !isOpen(action))
    .toSorted((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? '') || a.id.localeCompare(b.id));
}

/** Where a day stands against today in the team's zone; null without a day. Overdue begins on the day after. */
export function dueState(
  dueOn: string | null,
  today: string
): { is: 'overdue' | 'today' | 'later'; days: number } | null {
  if (dueOn === null) return null;
  const days = Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  if (Number.isNaN(days)) return null;
  return { is: days < 0 ? 'overdue' : days === 0 ? 'today' : 'later', days: Math.abs(days) };
}

/**
 * The actions a circle shows: its own, and all that the team has open otherwise, those of its own series first. What came
 * from a circle that is known to be later is left out.
 */
export function actionsAtCircle(
  circle: ActionCircle,
  actions: readonly Action[]
): { own: Action[]; carried: Action[] } {
  const own = actions.filter((action) => action.circle?.id === circle.id);
  const carried = openActions(actions).filter((action) => {
    if (action.circle?.id === circle.id) return false;
    return (action.circle?.day ?? '') <= (circle.day ?? '9999');
  });
  const ofSeries = (action: Action) => circle.seriesId !== null && action.circle?.seriesId === circle.seriesId;
  return {
    own: [...openActions(own), ...closedActions(own)],
    carried: [...carried.filter(ofSeries), ...carried.filter((action) => !ofSeries(action))]
  };
}

type Named = readonly { id: string; name: string }[];

/** As names are compared: without case, accents and odd spaces. */
const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\s+/gu, ' ').toLowerCase();

/** The members whose whole name was typed; only where there are none, those who begin with it: “Sam” for Sam Riviere. */
export function membersCalled(typed: string, members: Named): { id: string; name: string }[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const whole = members.filter(({ name }) => plain(name) === wanted);
  return whole.length > 0 ? whole : members.filter(({ name }) => plain(name).startsWith(`${wanted} `));
}

/** Whether a member's name begins like this, so that it may be half typed. */
export const isBeginning = (typed: string, members: Named): boolean =>
  members.some(({ name }) => plain(name).startsWith(plain(typed)));

/** The one member whose whole name this is; a name read from a file is nobody else's. */
export function memberNamed(name: string, members: Named): { id: string; name: string } | null {
  const [one, ...others] = membersCalled(name, members);
  return one && others.length === 0 && plain(one.name) === plain(name) ? one : null;
}

/**
 * Who is meant by a typed name: the one member who is called so, by whole name or by first name, else just the name. Two of
 * one name can't be told apart, and so it stays a name.
 */
export function ownerOf(typed: string, members: Named): { ownerId: string | null; ownerName: string } {
  const [one, ...others] = membersCalled(typed, members);
  return one && others.length === 0
    ? { ownerId: one.id, ownerName: one.name }
    : { ownerId: null, ownerName: typed.trim() };
}

/** Whether somebody is named who is no member: such an action stands on nobody's home page. */
export const isOutsiders = ({ ownerId, ownerName }: Pick<Action, 'ownerId' | 'ownerName'>): boolean =>
  ownerId === null && ownerName !== '';
