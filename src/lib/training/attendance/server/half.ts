import type { Supabase } from '$lib/server/supabase';
import { halfFrom, type HalfDay } from '../../timetable/slot.ts';
import { tapLines, type Sheet, type TapLine } from '../sheet.ts';
import { attendanceSheet } from './sheet.ts';

export interface HalfSheet extends HalfDay {
  heldOn: string;
  isOpen: boolean;
  counted: number;
  lines: TapLine[];
  sheet: Sheet;
}

/**
 * Who may come in a half day, with what is noted.
 * @param key the half day as it stands in an address, `2-1`
 * @returns null where the training has no such day, or is not theirs
 */
export async function halfSheet(
  supabase: Supabase,
  training: string,
  key: string,
  now: number
): Promise<HalfSheet | null> {
  const half = halfFrom(key);
  const sheet = half && (await attendanceSheet(supabase, training, now));
  const day = sheet?.days.find(({ day }) => day === half?.day);
  if (!half || !sheet || !day) return null;
  const { heldOn, counted, audience } = day;
  return { ...half, heldOn, counted, isOpen: audience === 'open', lines: tapLines(sheet, half), sheet };
}
