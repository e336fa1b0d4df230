import { randomUUID } from 'node:crypto';
import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { isAttendanceStatus, type AttendanceLine, type Unnamed } from '../attendance.ts';
import { mostNewNames, type AttendanceChanges } from '../attendanceForm.ts';
import { emptyRecord } from '../record.ts';
import { circleDay } from './actionStore.ts';
import { circleColumns, circleFrom, oneOf, type RecordedCircle } from './circle.ts';
import { unnamedRow } from './recordStore.ts';

export interface WholeAttendance {
  circle: RecordedCircle;
  /** Everybody who may be noted, for those who keep the circle; else the person's own line. */
  lines: AttendanceLine[];
  unnamed: Unnamed;
  taken: boolean;
  /** Ids for names that are about to be typed. */
  newIds: string[];
}

interface AttendanceRow {
  id: string;
  person_id: string | null;
  place_id: string | null;
  name: string;
  status: string;
  made_up_on: string | null;
  made_up_note: string;
}
interface Candidate {
  personId: string | null;
  placeId: string | null;
  name: string;
}

/** The tap list of a circle, or null to someone who is not in the team. One read: the policies leave out what is not theirs. */
export async function attendanceOf(
  supabase: Supabase,
  circleId: string,
  personId: string
): Promise<WholeAttendance | null> {
  const row = mustWork(
    await supabase
      .from('circles')
      .select(
        `${circleColumns}, attendance(*), circle_records(present_unnamed, apologies_unnamed, declined_unnamed, attendance_taken_at),
         series(series_places(id, person_id, name, joined_on, left_on))`
      )
      .eq('id', circleId)
      .maybeSingle()
  );
  const circle = circleFrom(row, personId);
  if (!row || !circle) return null;
  const day = circleDay(row) ?? '9999-12-31';
  const places = (row.series?.series_places ?? []).filter(
    ({ joined_on, left_on }) => joined_on !== null && joined_on <= day && (left_on === null || left_on >= day)
  );
  const members = circle.members.filter(({ id }) => circle.keeps || id === personId);
  const candidates: Candidate[] = [
    ...members.map(({ id, name }) => ({
      personId: id,
      placeId: places.find((place) => place.person_id === id)?.id ?? null,
      name
    })),
    ...places
      // Someone without an account is not the reader.
      .filter(({ person_id }) => person_id === null && circle.keeps)
      .map(({ id, name }) => ({ personId: null, placeId: id, name }))
  ];
  const stored = oneOf(row.circle_records);
  return {
    circle,
    lines: linesOf(candidates, row.attendance),
    unnamed: stored
      ? { present: stored.present_unnamed, apologies: stored.apologies_unnamed, declined: stored.declined_unnamed }
      : emptyRecord.unnamed,
    taken: stored?.attendance_taken_at != null,
    newIds: Array.from({ length: mostNewNames }, () => randomUUID())
  };
}

/** Everybody who may be noted with what is noted, then those who are noted and no longer there, by name. */
function linesOf(candidates: Candidate[], rows: AttendanceRow[]): AttendanceLine[] {
  const left = new Set(rows);
  const lines = candidates.map((candidate) => {
    const row = rows.find(
      ({ person_id, place_id }) =>
        (candidate.personId !== null && person_id === candidate.personId) ||
        (candidate.placeId !== null && place_id === candidate.placeId)
    );
    if (row) left.delete(row);
    return lineOf(candidate, row);
  });
  const others = [...left].map((row) =>
    lineOf({ personId: row.person_id, placeId: row.place_id, name: row.name }, row)
  );
  return [...lines, ...others.toSorted((a, b) => a.name.localeCompare(b.name))];
}

const lineOf = ({ personId, placeId, name }: Candidate, row: AttendanceRow | undefined): AttendanceLine => ({
  key: row?.id ?? personId ?? placeId ?? name,
  id: row?.id ?? null,
  personId,
  placeId,
  name: row?.name ?? name,
  status: row && isAttendanceStatus(row.status) ? row.status : null,
  madeUpOn: row?.made_up_on ?? null,
  madeUpNote: row?.made_up_note ?? ''
});

/** Writes what was changed on a screen, and nothing else, in one transaction. */
export async function saveAttendance(
  supabase: Supabase,
  circleId: string,
  { lines, unnamed, taken }: AttendanceChanges
): Promise<void> {
  mustWork(
    await supabase.rpc('save_attendance', {
      p_circle: circleId,
      p_rows: lines.map(({ id, personId, placeId, name, status, madeUpOn, madeUpNote }) => ({
        id,
        person_id: personId,
        place_id: placeId,
        name,
        status,
        made_up_on: madeUpOn,
        made_up_note: madeUpNote
      })),
      p_figures: { ...unnamedRow(unnamed), ...(taken === undefined ? {} : { attendance_taken: taken }) }
    })
  );
}

/** Says before the circle that one will not be there. A line of one's own is replaced, since only facilitators change lines. */
export async function excuseMyself(
  supabase: Supabase,
  circle: RecordedCircle,
  personId: string,
  status: 'apology' | 'declined'
): Promise<void> {
  await takeBackMyself(supabase, circle.id, personId);
  const row = { circle_id: circle.id, team_id: circle.team.id, person_id: personId, name: '-', status };
  const { error } = await supabase.from('attendance').insert(row);
  mustWork({ data: true, error });
}

/** Takes one's own line away, before the circle. None is as wished. */
export async function takeBackMyself(supabase: Supabase, circleId: string, personId: string): Promise<void> {
  const { error } = await supabase.from('attendance').delete().eq('circle_id', circleId).eq('person_id', personId);
  mustWork({ data: true, error });
}
