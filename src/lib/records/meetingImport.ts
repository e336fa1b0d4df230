import type { MeetingReading } from './meetingRecord.ts';
import { isMeetingRecord, readMeetingRecord } from './meetingRecord.ts';

/**
 * The record of a meeting in a form: a file, or pasted text when there is none; null when it is something else, which
 * another reader takes. @param textOf the text of a file's bytes, or why it can't be read, which is for that reader to tell
 */
export async function meetingSent(
  form: FormData,
  textOf: (bytes: Uint8Array | string) => unknown
): Promise<MeetingReading | null> {
  const file = form.get('file');
  const sent = file instanceof File && file.name !== '' ? await file.bytes() : String(form.get('text') ?? '');
  const text = textOf(sent);
  return typeof text === 'string' && isMeetingRecord(text) ? readMeetingRecord(text) : null;
}

/** What the preview sent back, with the title that was typed there. It has been out of our hands, so it is read as a file is. */
export function meetingKept(form: FormData): MeetingReading | null {
  const kept = String(form.get('kept') ?? '');
  if (!isMeetingRecord(kept)) return null;
  const read = readMeetingRecord(kept);
  const title = String(form.get('title') ?? '').trim();
  if (!read.record || title === '') return read;
  return readMeetingRecord(JSON.stringify({ ...read.record, circle: { ...read.record.circle, title } }));
}
