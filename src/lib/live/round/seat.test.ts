import { describe, expect, it } from 'vitest';
import { people, rehearse } from '../rehearsal.ts';
import { keepSeats, keptSeats } from './keptSeats.ts';
import { asLastRound, offersRound, readySeats, seatsOf } from './seat.ts';

const members = ['Ana', 'Ben', 'Cy'].map((name) => ({ id: name, name }));
const here = (seats: ReturnType<typeof seatsOf>) => seats.filter((seat) => seat.here).map(({ name }) => name);

describe('who sits in a round', () => {
  it('is the team, without observers, while nothing is noted', () => {
    const seats = seatsOf({ members, attendance: [], roles: [{ personId: 'Cy', role: 'observer' }] });
    expect(here(seats)).toEqual(['Ana', 'Ben']);
  });

  it('is who was noted as there, guests by name among them', () => {
    const attendance = [
      { id: 'a', personId: 'Ana', name: 'Ana', status: 'late' },
      { id: 'b', personId: 'Ben', name: 'Ben', status: 'apology' },
      { id: 'g', personId: null, name: 'Gil', status: 'present' }
    ];
    expect(here(seatsOf({ members, attendance, roles: [] }))).toEqual(['Ana', 'Gil']);
  });

  it('keeps the order of the last round, and who left it is not ticked', () => {
    const state = rehearse(
      { do: 'openRound', round: 'r', item: 'opening', speakers: people('Cy', 'Gil', 'Ana') },
      { do: 'leaveRound', round: 'r', speaker: 'Ana' }
    );
    const seats = asLastRound(seatsOf({ members, attendance: [], roles: [] }), state);
    expect(seats.map(({ name }) => name)).toEqual(['Cy', 'Gil', 'Ana', 'Ben']);
    expect(here(seats)).toEqual(['Cy', 'Gil']);
  });
});

describe('the list for the next round', () => {
  const team = seatsOf({ members, attendance: [], roles: [] });
  const pia = { id: 'pia', name: 'Pia', joins: 'phone' as const, here: true, facilitates: false };
  const kept = { rounds: 0, seats: [pia, { ...team[1]!, here: false }, team[0]!] };
  const round = { do: 'openRound' as const, round: 'r', item: 'opening', speakers: people('Cy', 'Ana') };

  it('is as this device left it, with those who are new at the end', () => {
    const seats = readySeats(team, rehearse(), kept);
    expect(seats.map(({ name, here: sits }) => [name, sits])).toEqual([
      ['Pia', true],
      ['Ben', false],
      ['Ana', true],
      ['Cy', true]
    ]);
    expect(readySeats(team, rehearse({ do: 'next', from: 'opening' }), kept)).toEqual(seats);
  });

  it('follows a round held since, and keeps who was added here by name', () => {
    const seats = readySeats(team, rehearse(round), kept);
    expect(seats.map(({ name }) => name)).toEqual(['Cy', 'Ana', 'Ben', 'Pia']);
    expect(here(seats)).toEqual(['Cy', 'Ana', 'Pia']);
  });

  it('is kept for one circle and one person, and whatever else lies there is passed over', () => {
    const values = new Map<string, string>();
    const storage = {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => void values.set(key, value)
    } as Storage;
    const whose = { circleId: 'c', personId: 'p' };
    keepSeats(storage, whose, kept);
    expect(keptSeats(storage, whose)).toEqual(kept);
    expect(keptSeats(storage, { ...whose, personId: 'q' })).toBeNull();
    for (const broken of ['{', '{"rounds":1}', '{"rounds":1,"seats":[{"id":1}]}', '7']) {
      for (const key of values.keys()) values.set(key, broken);
      expect(keptSeats(storage, whose)).toBeNull();
    }
  });

  it('is offered at once in parts that are rounds, until one was held there', () => {
    const inCheckIn = [{ do: 'next', from: 'opening' } as const, { ...round, item: 'checkIn' }] as const;
    expect(offersRound(rehearse())).toBe(false);
    expect(offersRound(rehearse(inCheckIn[0]))).toBe(true);
    expect(offersRound(rehearse(...inCheckIn))).toBe(false);
    expect(offersRound(rehearse(...inCheckIn, { do: 'closeRound', round: 'r' }))).toBe(false);
  });
});
