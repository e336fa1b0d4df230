import ical, { ICalEventClass, ICalEventTransparency } from 'ical-generator';

/** A circle as a calendar takes it. Instants are ISO 8601. */
export interface CalendarMeeting {
  id: string;
  title: string;
  startsAt: string;
  minutes: number;
  /** How often its plan was changed, and when last: what tells a calendar which of two files is newer. */
  changes: number;
  changedAt: string;
  /** Its place in a series. */
  number: number | null;
  length: number | null;
}

export interface CalendarWords {
  /** Name of the whole calendar, and of an event that is in no series. */
  calendar: string;
  meeting: string;
  meetingOf: (number: number, length: number) => string;
}

/**
 * An .ics file (RFC 5545). Every meeting is an event of its own at its own instant in UTC: a rule that repeats would need
 * the clock changes of the zone written into the file, and some calendars get them wrong. Nobody is invited by it.
 * @param titles also the names of the circles; without them nothing shows on a shared phone what the meeting is about
 */
export function calendarFile(meetings: readonly CalendarMeeting[], words: CalendarWords, titles: boolean): string {
  const calendar = ical({
    name: words.calendar,
    prodId: { company: 'Circlewell', product: 'Meetings', language: 'EN' }
  });
  for (const { id, title, startsAt, minutes, changes, changedAt, number, length } of meetings) {
    const start = new Date(startsAt);
    const neutral = number !== null && length !== null ? words.meetingOf(number, length) : words.meeting;
    calendar.createEvent({
      id: `${id}@circlewell`,
      sequence: changes,
      // The stamp is the last change and not the moment of asking, so that an unchanged plan is an unchanged file.
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      start,
      end: new Date(start.getTime() + minutes * 60_000),
      summary: titles ? title : neutral,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.OPAQUE
    });
  }
  return calendar.toString();
}

/** The answer that carries a calendar file: a download nobody keeps on the way. Its name says nothing either. */
export const calendarHeaders = {
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': 'attachment; filename="meetings.ics"',
  'cache-control': 'private, no-store'
};
