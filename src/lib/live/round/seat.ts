import type { Speaker } from '../event.ts';
import type { LiveState } from '../state.ts';
import { currentItem } from '../timing.ts';

/** Somebody who may sit in a round, as the page knows them. */
export interface Seat extends Speaker {
  /** Asked to speak unless somebody unticks them. */
  here: boolean;
  facilitates: boolean;
}

/** What the page knows of people: the team, what was noted of attendance, and who has which part. */
export interface SeatSources {
  members: readonly { id: string; name: string }[];
  attendance: readonly { id: string; personId: string | null; name: string; status: string }[];
  roles: readonly { personId: string; role: string }[];
}

/**
 * Everybody who may sit in the round. Once attendance is noted, who is not there is not ticked; observers listen, so
 * they are not ticked either.
 */
export function seatsOf({ members, attendance, roles }: SeatSources): Seat[] {
  const isHere = ({ status }: { status: string }) => status === 'present' || status === 'late';
  const noted = attendance.some(isHere);
  const roleOf = (id: string) => roles.find(({ personId }) => personId === id)?.role;
  const team = members.map(({ id, name }): Seat => {
    const note = attendance.find(({ personId }) => personId === id);
    const role = roleOf(id);
    return {
      id,
      name,
      joins: 'here',
      here: role !== 'observer' && (note ? isHere(note) : !noted),
      facilitates: role === 'facilitator' || role === 'co_facilitator'
    };
  });
  const guests = attendance
    .filter((row) => isHere(row) && !members.some(({ id }) => id === row.personId))
    .map((row): Seat => ({ id: row.id, name: row.name, joins: 'here', here: true, facilitates: false }));
  return [...team, ...guests];
}

/** The same people as the last round had them: its order, and those who joined it by name. */
export function asLastRound(seats: readonly Seat[], state: LiveState): Seat[] {
  const last = state.rounds.at(-1);
  if (!last) return [...seats];
  const sat = last.speakers.map((speaker): Seat => {
    const known = seats.find(({ id }) => id === speaker.id);
    return { ...speaker, facilitates: known?.facilitates ?? false, here: !last.left.includes(speaker.id) };
  });
  const others = seats.filter(({ id }) => !sat.some((seat) => seat.id === id));
  return [...sat, ...others.map((seat) => ({ ...seat, here: false }))];
}

/** How a device last had the list, and how many rounds had been opened by then. */
export interface KeptSeats {
  rounds: number;
  seats: Seat[];
}

/**
 * The list as it is offered for the next round: as this device left it if no round was opened since; otherwise as the
 * last round had it. People added here by name stay for the whole circle, those new to the page come at the end.
 */
export function readySeats(people: readonly Seat[], state: LiveState, kept: KeptSeats | null): Seat[] {
  const last = asLastRound(people, state);
  if (!kept) return last;
  const missing = (from: readonly Seat[], to: readonly Seat[]) =>
    from.filter(({ id }) => !to.some((seat) => seat.id === id));
  if (kept.rounds === state.rounds.length) return [...kept.seats, ...missing(last, kept.seats)];
  return [...last, ...missing(kept.seats, last)];
}

/** Whether beginning a round is the next thing to do: the part is one, and none was held in it yet. */
export function offersRound(state: LiveState): boolean {
  const item = currentItem(state);
  if (!item || state.openRound || !['check_in', 'round', 'closing'].includes(item.kind)) return false;
  return !state.rounds.some((round) => round.item === item.id);
}
