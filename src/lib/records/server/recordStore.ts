import { mustWork } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import { actionsAtCircle, type Action } from '../action.ts';
import { changedFields, figuresOf, isAttendanceStatus, type AttendanceFigures, type Unnamed } from '../attendance.ts';
import { countedOf, emptyRecord, type CircleRecord } from '../record.ts';
import { itemsOfRun, type ItemRun } from '../run.ts';
import type { TypedRecord } from '../schema.ts';
import { actionColumns, actionFrom, circleDay } from './actionStore.ts';
import { circleColumns, circleFrom, oneOf, type RecordedCircle } from './circle.ts';

/** The circle alone, or null to someone who is not in its team. One read. */
export async function recordedCircle(
  supabase: Supabase,
  circleId: string,
  personId: string
): Promise<RecordedCircle | null> {
  const row = mustWork(await supabase.from('circles').select(circleColumns).eq('id', circleId).maybeSingle());
  return circleFrom(row, personId);
}

export interface WholeRecord {
  circle: RecordedCircle;
  record: CircleRecord;
  figures: AttendanceFigures;
  /** Its own actions: open ones first. */
  actions: Action[];
  run: ItemRun[];
}

/** The record of a circle with its figures, or null to someone who is not in the team. Two reads, side by side. */
export async function recordOf(supabase: Supabase, circleId: string, personId: string): Promise<WholeRecord | null> {
  const [circleAnswer, named] = await Promise.all([
    supabase
      .from('circles')
      .select(`${circleColumns}, circle_records(*), wellbeing_notes(note), circle_runs(run), actions(${actionColumns})`)
      .eq('id', circleId)
      .maybeSingle(),
    namedFigures(supabase, circleId)
  ]);
  const row = mustWork(circleAnswer);
  const circle = circleFrom(row, personId);
  if (!circle) return null;
  const record = recordFrom(oneOf(row.circle_records), oneOf(row.wellbeing_notes)?.note ?? null);
  const at = { id: row.id, title: row.title, day: circleDay(row), seriesId: row.series_id };
  return {
    circle,
    record,
    figures: figuresOf(named, record.unnamed),
    actions: actionsAtCircle(
      at,
      row.actions.map((action) => actionFrom({ ...action, circles: row }, { personId, isLead: circle.isLead }))
    ).own,
    run: itemsOfRun(oneOf(row.circle_runs)?.run)
  };
}

/** How many people stand at each status, of those who are named. */
async function namedFigures(supabase: Supabase, circleId: string) {
  const rows = mustWork(await supabase.rpc('attendance_figures', { p_circle: circleId }));
  return Object.fromEntries(
    rows.flatMap(({ status, people }) => (isAttendanceStatus(status) ? [[status, people]] : []))
  );
}

interface RecordRow {
  topic: string;
  small_groups: boolean;
  present_unnamed: number;
  apologies_unnamed: number;
  declined_unnamed: number;
  attendance_taken_at: string | null;
  comments: string[];
  comments_counted: number | null;
  outcomes: string[];
  outcomes_counted: number | null;
  suggestions: string[];
  suggestions_counted: number | null;
  version: number;
}

function recordFrom(row: RecordRow | null, note: string | null): CircleRecord {
  if (!row) return { ...emptyRecord, wellbeingNote: note };
  return {
    topic: row.topic,
    smallGroups: row.small_groups,
    unnamed: { present: row.present_unnamed, apologies: row.apologies_unnamed, declined: row.declined_unnamed },
    attendanceTaken: row.attendance_taken_at !== null,
    comments: countedOf(row.comments, row.comments_counted),
    outcomes: countedOf(row.outcomes, row.outcomes_counted),
    suggestions: countedOf(row.suggestions, row.suggestions_counted),
    wellbeingNote: note,
    version: row.version
  };
}

const unnamedColumns = {
  present: 'present_unnamed',
  apologies: 'apologies_unnamed',
  declined: 'declined_unnamed'
} as const;

/** Figures as the database names them. */
export const unnamedRow = (figures: Partial<Unnamed>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [unnamedColumns[name as keyof Unnamed], figure]));

/**
 * Saves the record as it was typed. Figures that this screen did not change are left alone: they are also written where
 * attendance is taken.
 * @throws RuleBroken 409 when someone saved it since `record.version`
 */
export async function saveRecord(
  supabase: Supabase,
  circleId: string,
  { version, unnamed, comments, outcomes, suggestions, ...record }: TypedRecord,
  unnamedWas: Unnamed
): Promise<void> {
  mustWork(
    await supabase.rpc('save_record', {
      p_circle: circleId,
      p_version: version,
      p_record: {
        topic: record.topic,
        small_groups: record.smallGroups,
        wellbeing_note: record.wellbeingNote,
        ...unnamedRow(changedFields(unnamedWas, unnamed)),
        comments: comments.lines,
        comments_counted: comments.counted,
        outcomes: outcomes.lines,
        outcomes_counted: outcomes.counted,
        suggestions: suggestions.lines,
        suggestions_counted: suggestions.counted
      }
    })
  );
}
