import type { Database } from '../../src/lib/database.types.ts';

export type TableName = keyof Database['public']['Tables'];
export type FunctionName = keyof Database['public']['Functions'];

type Table = {
  /** A column to ask for. */
  column: string;
  /** The column that says which team a row belongs to, where members read it. */
  ofTeam?: 'team_id' | 'id';
  /** What people who signed in are granted: columns in order of their names, or all. Policies narrow it down to rows. */
  may: { select?: string; insert?: string; update?: string; delete?: true };
};

const read = { select: 'all' };
const no = '00000000-0000-4000-8000-000000000000';

/** Every table with the rights on it, written down a second time on purpose: a grant that slips in shows here. */
export const tables: Record<TableName, Table> = {
  people: { column: 'id', may: { ...read, update: 'display_name' } },
  organisations: { column: 'id', may: { ...read, update: 'name retention_years' } },
  organisation_members: { column: 'organisation_id', may: { ...read, update: 'is_admin is_trainer', delete: true } },
  support_contacts: {
    column: 'id',
    may: {
      ...read,
      insert: 'name note organisation_id position reach',
      update: 'name note position reach',
      delete: true
    }
  },
  teams: {
    column: 'id',
    ofTeam: 'id',
    may: { ...read, insert: 'name organisation_id time_zone', update: 'name time_zone' }
  },
  team_members: { column: 'team_id', ofTeam: 'team_id', may: { ...read, update: 'role', delete: true } },
  join_links: {
    column: 'id',
    ofTeam: 'team_id',
    may: {
      select: 'created_at created_by expires_at id max_uses organisation_id revoked_at role team_id uses',
      insert: 'expires_at max_uses organisation_id role team_id token_hash',
      update: 'revoked_at'
    }
  },
  circles: {
    column: 'id',
    ofTeam: 'team_id',
    may: {
      ...read,
      insert: 'held_on kind planned_minutes request_key starts_at team_id time_zone title',
      update: 'agenda_version held_on kind planned_minutes starts_at state time_zone title',
      delete: true
    }
  },
  agenda_items: { column: 'id', ofTeam: 'team_id', may: { ...read, insert: 'all', update: 'all', delete: true } },
  agreements: { column: 'id', ofTeam: 'team_id', may: { ...read, insert: 'lines review_on team_id version' } },
  questions: {
    column: 'id',
    ofTeam: 'team_id',
    may: {
      ...read,
      insert: 'circle_id id number prompt table_title team_id',
      update: 'number prompt summary table_title',
      delete: true
    }
  },
  groups: {
    column: 'id',
    ofTeam: 'team_id',
    may: {
      ...read,
      insert: 'all',
      update: 'name position recorder_id',
      delete: true
    }
  },
  notes: { column: 'id', ofTeam: 'team_id', may: read },
  note_documents: { column: 'note_id', may: {} },
  comments: { column: 'id', ofTeam: 'team_id', may: read },
  themes: { column: 'id', ofTeam: 'team_id', may: read },
  codings: { column: 'comment_id', ofTeam: 'team_id', may: read },
  coding_changes: { column: 'question_id', ofTeam: 'team_id', may: read },
  reports: { column: 'id', ofTeam: 'team_id', may: read }
};

/** Every function the API shows, who may run it, and a call of it. */
export const functions: {
  [Name in FunctionName]: {
    for: 'authenticated' | 'service_role';
    call: Database['public']['Functions'][Name]['Args'];
  };
} = {
  start_organisation: { for: 'authenticated', call: { p_name: 'Mine', p_team: 'Mine' } },
  look_at_join_link: { for: 'authenticated', call: { p_token: 'x' } },
  join_by_link: { for: 'authenticated', call: { p_token: 'x' } },
  save_agenda: { for: 'authenticated', call: { p_circle: no, p_version: 0, p_items: [] } },
  plan_circle: {
    for: 'authenticated',
    call: { p_team: no, p_key: no, p_circle: {}, p_items: [], p_questions: [], p_groups: [] }
  },
  import_circle: { for: 'authenticated', call: { p_team: no, p_key: no, p_record: {} } },
  note_access: { for: 'authenticated', call: { p_note: no } },
  change_coding: { for: 'authenticated', call: { p_question: no, p_version: 0, p_label: 'x', p_ops: [] } },
  undo_coding: { for: 'authenticated', call: { p_question: no, p_version: 0 } },
  theme_counts: { for: 'authenticated', call: { p_circle: no } },
  publish_report: {
    for: 'authenticated',
    call: { p_circle: no, p_version: 1, p_content: {}, p_tables: [], p_quotes_agreed: true }
  },
  store_note: { for: 'service_role', call: { p_note: no, p_state: '', p_body: '', p_items: [] } },
  load_note: { for: 'service_role', call: { p_note: no } }
};
