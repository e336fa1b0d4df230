import ical, { ICalEventClass, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import * as m from '../../paraglide/messages.js';
import { dayInstants } from './dayTimes.ts';
import type { OwnPlace, PlaceState } from './schema.ts';

const statuses: Record<PlaceState, ICalEventStatus> = {
  placed: ICalEventStatus.CONFIRMED,
  waiting: ICalEventStatus.TENTATIVE,
  withdrawn: ICalEventStatus.CANCELLED
};

// The format allows 2 147 483 647.
const countedFrom = Date.UTC(2026, 0, 1);

/**
 * The days of a training as an .ics file (RFC 5545), for the one who has this place: one event a day, at its own instant in UTC, with a lasting id,
 * so that a file loaded again moves what the calendar knows. It neither names the training nor the organisation: calendars lie open on
 * shared screens. The later of two files has the higher sequence, which counts minutes, since nobody counts the changes of a training.
 * @param now milliseconds since 1970
 */
export function ownCalendar(place: Pick<OwnPlace, 'state' | 'training' | 'days' | 'sessions'>, now: number): string {
  const { training, days, sessions, state } = place;
  const calendar = ical({
    name: m.training_places_ics_name(),
    prodId: { company: 'Circlewell', product: 'Trainings', language: 'EN' }
  });
  for (const day of days) {
    const times = dayInstants(day, sessions, training.timeZone);
    if (!times) continue;
    calendar.createEvent({
      id: `${training.id}-${day.day}@circlewell`,
      sequence: Math.max(0, Math.floor((now - countedFrom) / 60_000)),
      stamp: new Date(now),
      start: new Date(times.from),
      end: new Date(times.until),
      summary: m.training_places_ics_day({ day: day.day }),
      location: training.venue || null,
      description: training.link || null,
      status: statuses[state],
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.OPAQUE
    });
  }
  return calendar.toString();
}
