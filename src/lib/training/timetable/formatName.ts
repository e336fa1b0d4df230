import * as m from '../../paraglide/messages.js';
import type { SlotFormat } from './slot.ts';

const names: Record<SlotFormat, () => string> = {
  talk: m.training_timetable_format_talk,
  discussion: m.training_timetable_format_discussion,
  video: m.training_timetable_format_video,
  role_play: m.training_timetable_format_role_play,
  agency_presentation: m.training_timetable_format_agency,
  practice: m.training_timetable_format_practice,
  circle: m.training_timetable_format_circle,
  break: m.training_timetable_format_break
};

/** A format in words; one the app does not know as it is written. */
export const formatName = (format: string): string => names[format as SlotFormat]?.() ?? format;
