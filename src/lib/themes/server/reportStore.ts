import { createHash } from 'node:crypto';
import type { Json } from '../../database.types.ts';
import { mustWork } from '../../server/errors.ts';
import type { Supabase } from '../../server/supabase.ts';
import type { CodedCircle } from '../codedCircle.ts';
import { tablesOf } from '../json.ts';
import { FROZEN_FORMAT, type FrozenReport, type ReportVersion } from '../frozenReport.ts';
import { makeReport } from '../report.ts';
import {
  codedQuestionOf,
  COMMENT_COLUMNS,
  groupNames,
  GROUPS_OF_CIRCLE,
  leadsTeam,
  mayDecide,
  MEMBERS_OF_CIRCLE,
  QUESTIONS_OF_CIRCLE,
  THEME_COLUMNS,
  type QuestionRow
} from './rows.ts';

/** What reports and exports of a circle are made of. */
export type ReportSource = {
  id: string;
  teamId: string;
  state: string;
  timeZone: string;
  /** A lead of the team. */
  leads: boolean;
  /** A lead, in a circle that is open or closed. */
  mayPublish: boolean;
  coded: CodedCircle;
  /** Ids of questions by number, for links to their coding. */
  questionIds: Record<number, string>;
  /** The id a comment has in its note or in the record it came from, for files; several may have the same. */
  recordIds: Record<string, string>;
  /** Says whether anything a report shows has changed. */
  fingerprint: string;
  /** Newest first. */
  versions: ReportVersion[];
  /** As they are stored, for the database's own check of the counts. */
  tableTitles: Record<number, string>;
};

/** A circle with all its coding and its published versions, in one round trip. Null when it is not this person's to see. */
export async function readReportSource(
  supabase: Supabase,
  person: string,
  circle: string
): Promise<ReportSource | null> {
  const row = mustWork(
    await supabase
      .from('circles')
      .select(
        `id, team_id, title, kind, state, held_on, time_zone, ${MEMBERS_OF_CIRCLE}, ${GROUPS_OF_CIRCLE},
         ${QUESTIONS_OF_CIRCLE}(id, number, prompt, table_title, summary, stated_groups, coding_version,
           themes(${THEME_COLUMNS}), comments(${COMMENT_COLUMNS})),
         reports(version, quotes_agreed, published_at, fingerprint:content->>fingerprint, people(display_name))`
      )
      .eq('id', circle)
      .is('questions.comments.withdrawn_at', null)
      .order('number', { referencedTable: 'questions' })
      .order('version', { referencedTable: 'reports', ascending: false })
      .maybeSingle()
  );
  if (!row) return null;
  const { title, kind, held_on: heldOn } = row;
  const groups = groupNames(row.groups);
  const questions: QuestionRow[] = row.questions;
  const coded = { title, kind, heldOn, questions: questions.map((question) => codedQuestionOf(question, groups)) };
  const comments = questions.flatMap((question) => question.comments);
  return {
    id: row.id,
    teamId: row.team_id,
    state: row.state,
    timeZone: row.time_zone,
    leads: leadsTeam(person, row.teams),
    mayPublish: mayDecide(person, row),
    coded,
    questionIds: Object.fromEntries(questions.map(({ number, id }) => [number, id])),
    recordIds: Object.fromEntries(comments.map(({ id, item_id }) => [id, item_id ?? id])),
    fingerprint: createHash('sha256').update(JSON.stringify(coded)).digest('base64url'),
    versions: row.reports.map(versionOf),
    tableTitles: Object.fromEntries(questions.map(({ number, table_title }) => [number, table_title]))
  };
}

function versionOf(row: {
  version: number;
  quotes_agreed: boolean;
  published_at: string;
  fingerprint: unknown;
  people: { display_name: string } | null;
}): ReportVersion {
  return {
    version: row.version,
    quotesAgreed: row.quotes_agreed,
    publishedAt: row.published_at,
    publishedBy: row.people?.display_name ?? null,
    fingerprint: String(row.fingerprint ?? '')
  };
}

/**
 * Freezes a report as the circle's next version and gives its number. The database adds the counts again and refuses a report that
 * differs (RuleBroken `report_counts`), or a number that is taken (`stale_report`).
 */
export async function publishReport(
  supabase: Supabase,
  source: ReportSource,
  version: number,
  { report, quotesAgreed }: { report: FrozenReport['report']; quotesAgreed: boolean }
): Promise<number> {
  const content: FrozenReport = { format: FROZEN_FORMAT, fingerprint: source.fingerprint, report };
  const tables = tablesOf(makeReport(source.coded))
    .filter(({ themes }) => themes.length > 0)
    .map((table) => ({ ...table, tableTitle: source.tableTitles[table.number] ?? '' }));
  return mustWork(
    await supabase.rpc('publish_report', {
      p_circle: source.id,
      p_version: version,
      p_content: content as unknown as Json,
      p_tables: tables,
      p_quotes_agreed: quotesAgreed
    })
  );
}

/** A published version as it was frozen; null when there is none, or it is not this person's to see. */
export async function readPublished(
  supabase: Supabase,
  circle: string,
  version: number
): Promise<(ReportVersion & { report: FrozenReport['report']; timeZone: string }) | null> {
  const row = mustWork(
    await supabase
      .from('reports')
      .select('version, quotes_agreed, published_at, content, people(display_name), circles(time_zone)')
      .eq('circle_id', circle)
      .eq('version', version)
      .maybeSingle()
  );
  if (!row) return null;
  const { fingerprint, report } = row.content as unknown as FrozenReport;
  return { ...versionOf({ ...row, fingerprint }), report, timeZone: row.circles?.time_zone ?? 'UTC' };
}
