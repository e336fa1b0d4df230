import * as m from '../paraglide/messages.js';
import type { CalendarWords } from './calendar.ts';

export const calendarWords: CalendarWords = {
  calendar: m.series_calendar_name(),
  meeting: m.series_calendar_meeting(),
  meetingOf: (number, length) => m.series_meeting_of({ number, length })
};
