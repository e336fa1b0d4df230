import { z } from 'zod';
import { circleKinds, type CircleKind } from '../circles/circleTemplate.ts';
import * as m from '../paraglide/messages.js';
import type { Action } from './action.ts';
import type { AttendanceFigures } from './attendance.ts';
import { countedOf, type CircleRecord, type Counted } from './record.ts';
import { isDay, isKeepable, LIMITS } from './schema.ts';

export const MEETING_FORMAT = 'meeting-record/1';

/** Things said, in a file: how many, the lines, or both when only some lines were written down. */
type CountedInFile = number | string[] | { count: number; lines: string[] };

const sentence = (error: () => string) => ({ error });

const text = (max: number) =>
  z
    .string(sentence(m.records_file_text))
    .max(max, { error: () => m.records_file_long({ max }) })
    .refine(isKeepable, sentence(m.records_error_signs));
const filled = (max: number) => text(max).refine((typed) => typed.trim() !== '', sentence(m.records_file_empty));
const figure = z
  .int({ error: () => m.records_file_figure({ max: LIMITS.people }) })
  .min(0, { error: () => m.records_file_figure({ max: LIMITS.people }) })
  .max(LIMITS.people, { error: () => m.records_file_figure({ max: LIMITS.people }) });
const dayInFile = z.string(sentence(m.records_file_day)).refine(isDay, sentence(m.records_file_day));

const counted = (max: number) => {
  const lines = z
    .array(filled(LIMITS.line), sentence(m.records_file_counted))
    .max(max, { error: () => m.records_file_many({ max }) });
  const both = z
    .object({ count: figure, lines })
    .refine(({ count, lines }) => count >= lines.length, sentence(m.records_file_fewer));
  return z.union([figure, lines, both], sentence(m.records_file_counted)).default([]);
};

const meetingSchema = z.object({
  format: z.literal(MEETING_FORMAT),
  circle: z.object(
    {
      title: filled(200),
      kind: z
        .enum(circleKinds, { error: () => m.records_file_kind({ kinds: circleKinds.join(', ') }) })
        .default('staff'),
      heldOn: z
        .array(dayInFile, sentence(m.records_file_days))
        .min(1, sentence(m.records_file_days))
        .max(60, sentence(m.records_file_days))
    },
    sentence(m.records_file_circle)
  ),
  topic: text(LIMITS.topic).default(''),
  attended: figure.optional(),
  apologies: z
    .object({ declined: figure.default(0), apologies: figure.default(0) }, sentence(m.records_file_apologies))
    .default({ declined: 0, apologies: 0 }),
  wellbeingNote: text(LIMITS.note).default(''),
  comments: counted(LIMITS.comments),
  outcomesDiscussed: counted(LIMITS.outcomes),
  smallGroups: z.boolean(sentence(m.records_file_yes_no)).default(false),
  actions: z
    .array(
      z.object(
        { text: filled(LIMITS.action), owner: text(LIMITS.owner).default(''), dueOn: dayInFile.optional() },
        sentence(m.records_file_action)
      ),
      sentence(m.records_file_actions)
    )
    .max(100, { error: () => m.records_file_many({ max: 100 }) })
    .default([]),
  suggestions: counted(LIMITS.suggestions)
});

/** The record of a meeting as it stands in a file of the format meeting-record/1. */
export type MeetingRecord = z.infer<typeof meetingSchema>;

/** What was read, or why nothing was: `where` names the field, `what` is a sentence. */
export type MeetingReading =
  { record: MeetingRecord; problems: [] } | { record: null; problems: { where: string; what: string }[] };

/** Whether a text says of itself that it is the record of a meeting. A text that is no JSON is not for this reader. */
export function isMeetingRecord(text: string): boolean {
  try {
    const file: unknown = JSON.parse(text);
    return typeof file === 'object' && file !== null && 'format' in file && file.format === MEETING_FORMAT;
  } catch {
    return false;
  }
}

/** Reads a text for which `isMeetingRecord` holds. All or nothing: a record with a wrong figure would be a wrong record. */
export function readMeetingRecord(text: string): MeetingReading {
  const read = meetingSchema.safeParse(JSON.parse(text));
  if (!read.success) {
    const problems = read.error.issues
      .flatMap(faultsOf)
      .map(({ path, message }) => ({ where: placeOf(path), what: message }));
    return { record: null, problems };
  }
  const record = read.data;
  const lines = [record.comments, record.outcomesDiscussed, record.suggestions].flatMap(
    (part) => countedFrom(part).lines
  );
  const bytes = new TextEncoder().encode(lines.join('')).length;
  return bytes > LIMITS.bytes
    ? { record: null, problems: [{ where: m.records_file_whole(), what: m.records_error_much() }] }
    : { record, problems: [] };
}

type Fault = { path: readonly PropertyKey[]; message: string };

/** Of the shapes a field may have, the faults of the one that was meant: the one that failed deepest inside. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inside = issue.errors.flat().filter(({ path }) => path.length > 0);
  return inside.length > 0 ? inside.map(({ path, message }) => ({ path: [...issue.path, ...path], message })) : [issue];
}

/** “actions, 2, dueOn”: the way to a field, counted from 1. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? m.records_file_whole()
    : path.map((step) => (typeof step === 'number' ? String(step + 1) : String(step))).join(', ');

/** A part of a file as the record holds it. */
export function countedFrom(part: CountedInFile): Counted {
  if (typeof part === 'number') return countedOf([], part);
  return Array.isArray(part) ? { lines: part, counted: null } : countedOf(part.lines, part.count);
}

function countedToFile({ lines, counted }: Counted): CountedInFile {
  if (counted === null) return lines;
  return lines.length === 0 ? counted : { count: counted, lines };
}

/** The record of a circle as a file of this format, in the order of its fields. Reading it again gives the same. */
export function meetingRecordOf(
  circle: { title: string; kind: CircleKind; heldOn: string[] },
  record: CircleRecord,
  figures: AttendanceFigures,
  actions: readonly Pick<Action, 'text' | 'ownerName' | 'dueOn'>[]
): MeetingRecord {
  const known = record.attendanceTaken || figures.attended + figures.saidNo > 0;
  return {
    format: MEETING_FORMAT,
    circle: { title: circle.title, kind: circle.kind, heldOn: circle.heldOn },
    topic: record.topic,
    ...(known ? { attended: figures.attended } : {}),
    apologies: { declined: figures.declined, apologies: figures.apologies },
    wellbeingNote: record.wellbeingNote ?? '',
    comments: countedToFile(record.comments),
    outcomesDiscussed: countedToFile(record.outcomes),
    smallGroups: record.smallGroups,
    actions: actions.map(({ text, ownerName, dueOn }) => ({
      text,
      owner: ownerName,
      ...(dueOn === null ? {} : { dueOn })
    })),
    suggestions: countedToFile(record.suggestions)
  };
}

/** A record that was read, as a circle's record shows it before it is one. */
export function recordFrom(meeting: MeetingRecord): { record: CircleRecord; figures: AttendanceFigures } {
  const { declined, apologies } = meeting.apologies;
  const attended = meeting.attended ?? 0;
  return {
    record: {
      topic: meeting.topic,
      smallGroups: meeting.smallGroups,
      unnamed: { present: attended, apologies, declined },
      attendanceTaken: meeting.attended !== undefined,
      comments: countedFrom(meeting.comments),
      outcomes: countedFrom(meeting.outcomesDiscussed),
      suggestions: countedFrom(meeting.suggestions),
      wellbeingNote: meeting.wellbeingNote.trim() || null,
      version: 1
    },
    figures: { attended, late: 0, apologies, declined, saidNo: apologies + declined, madeUp: 0 }
  };
}
