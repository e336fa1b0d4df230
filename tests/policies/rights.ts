import type { Database } from '../../src/lib/database.types.ts';
import { trainingFunctions, trainingTables } from './trainingRights.ts';

export type TableName = keyof Database['public']['Tables'];
export type FunctionName = keyof Database['public']['Functions'];

export type TableRight = {
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
export const tables: Record<TableName, TableRight> = {
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
      update: 'agenda_version held_on kind planned_minutes series_id series_number starts_at state time_zone title',
      delete: true
    }
  },
  agenda_items: { column: 'id', ofTeam: 'team_id', may: { ...read, insert: 'all', update: 'all', delete: true } },
  agreements: { column: 'id', ofTeam: 'team_id', may: { ...read, insert: 'kind lines review_on team_id version' } },
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
  reports: { column: 'id', ofTeam: 'team_id', may: read },
  circle_roles: {
    column: 'circle_id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'all', update: 'role', delete: true }
  },
  live_documents: { column: 'circle_id', may: {} },
  circle_runs: { column: 'circle_id', ofTeam: 'team_id', may: read },
  series: {
    column: 'id',
    ofTeam: 'team_id',
    may: {
      ...read,
      insert:
        'every_weeks first_on gate intake_weeks kind length minutes places request_key starts_at team_id time_zone title',
      update: 'gate intake_weeks places title',
      delete: true
    }
  },
  series_places: {
    column: 'id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'name person_id series_id team_id', update: 'left_on name', delete: true }
  },
  resourcing_sheets: {
    column: 'series_id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'series_id sheet team_id', update: 'sheet' }
  },
  attendance: {
    column: 'id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'all', update: 'made_up_note made_up_on name status', delete: true }
  },
  circle_records: {
    column: 'circle_id',
    ofTeam: 'team_id',
    may: {
      ...read,
      insert: 'circle_id team_id version',
      update:
        'apologies_unnamed attendance_taken_at comments comments_counted declined_unnamed outcomes outcomes_counted present_unnamed small_groups suggestions suggestions_counted topic updated_at version'
    }
  },
  wellbeing_notes: {
    column: 'circle_id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'all', update: 'note', delete: true }
  },
  actions: {
    column: 'id',
    ofTeam: 'team_id',
    may: {
      ...read,
      insert: 'circle_id due_on owner_id owner_name request_key team_id text',
      update: 'due_on owner_id owner_name text',
      delete: true
    }
  },
  debriefs: {
    column: 'circle_id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'circle_id moment team_id text', update: 'text', delete: true }
  },
  library_copies: {
    column: 'id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'document kind original slug team_id', update: 'document original', delete: true }
  },
  agreement_proposals: {
    column: 'id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'based_on kind lines request_key team_id why' }
  },
  agreement_remarks: {
    column: 'id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'proposal_id team_id text', delete: true }
  },
  agreement_acknowledgements: {
    column: 'agreement_id',
    ofTeam: 'team_id',
    may: { ...read, insert: 'agreement_id team_id' }
  },
  destroyed_records: { column: 'id', ofTeam: 'team_id', may: read },
  check_in_scales: {
    column: 'key',
    may: { ...read, insert: 'definition key organisation_id version', delete: true }
  },
  // Rounds need people of 14 days' standing: what members of the team read is in checkInRounds.test.ts and checkInPublications.test.ts.
  check_in_rounds: { column: 'id', may: { ...read, delete: true } },
  round_roster: { column: 'round_id', may: read },
  check_in_publications: { column: 'round_id', may: read },
  round_letters: { column: 'round_id', may: {} },
  level_answers: {
    column: 'round_id',
    may: { ...read, insert: 'about action_id round_id team_id text', update: 'action_id text', delete: true }
  },
  organisation_files: {
    column: 'id',
    may: { ...read, insert: 'note organisation_id title', update: 'note title', delete: true }
  },
  file_versions: {
    column: 'file_id',
    may: { ...read, insert: 'bytes content_type file_id name number organisation_id path sha256' }
  },
  ...trainingTables
};

/**
 * Who may run a function, and a call of it. `everybody`: visitors too, since a participant of a training needs no account, and a certificate
 * is checked by strangers; each of these asks for a secret, a code or an id that nobody guesses.
 */
export type FunctionRight<Name extends FunctionName> = {
  for: 'everybody' | 'authenticated' | 'service_role';
  call: Database['public']['Functions'][Name]['Args'];
};

/** Every function the API shows. */
export const functions: { [Name in FunctionName]: FunctionRight<Name> } = {
  start_organisation: { for: 'authenticated', call: { p_name: 'Mine', p_team: 'Mine' } },
  look_at_join_link: { for: 'authenticated', call: { p_token: 'x' } },
  join_by_link: { for: 'authenticated', call: { p_token: 'x' } },
  save_agenda: { for: 'authenticated', call: { p_circle: no, p_version: 0, p_items: [] } },
  plan_circle: {
    for: 'authenticated',
    call: { p_team: no, p_key: no, p_circle: {}, p_items: [], p_questions: [], p_groups: [] }
  },
  use_in_circle: { for: 'authenticated', call: { p_circle: no, p_item: {}, p_questions: [] } },
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
  load_note: { for: 'service_role', call: { p_note: no } },
  open_or_close_circle: { for: 'authenticated', call: { p_circle: no, p_to: 'open' } },
  live_access: { for: 'authenticated', call: { p_circle: no } },
  store_live: { for: 'service_role', call: { p_circle: no, p_state: '', p_run: {} } },
  load_live: { for: 'service_role', call: { p_circle: no } },
  start_series: {
    for: 'authenticated',
    call: { p_team: no, p_key: no, p_series: {}, p_starts: [], p_items: [], p_questions: [], p_groups: [] }
  },
  admit_to_series: { for: 'authenticated', call: { p_series: no, p_on: '2027-01-05' } },
  back_in_line: { for: 'authenticated', call: { p_place: no } },
  my_place_in_line: { for: 'authenticated', call: { p_series: no } },
  set_series_roles: { for: 'authenticated', call: { p_series: no, p_roles: [] } },
  attendance_figures: { for: 'authenticated', call: { p_circle: no } },
  save_attendance: { for: 'authenticated', call: { p_circle: no, p_rows: [], p_figures: {} } },
  save_record: { for: 'authenticated', call: { p_circle: no, p_version: 0, p_record: {} } },
  close_action: { for: 'authenticated', call: { p_action: no, p_outcome: 'x' } },
  reopen_action: { for: 'authenticated', call: { p_action: no } },
  adopt_proposal: { for: 'authenticated', call: { p_proposal: no, p_review_on: '2027-01-05' } },
  withdraw_proposal: { for: 'authenticated', call: { p_proposal: no } },
  retention_preview: { for: 'authenticated', call: { p_organisation: no, p_until: '2027-01-05' } },
  retention_due: { for: 'service_role', call: { p_until: '2027-01-05' } },
  run_retention: { for: 'service_role', call: { p_today: '2026-01-05' } },
  import_meeting_record: { for: 'authenticated', call: { p_team: no, p_key: no, p_record: {} } },
  schedule_round: {
    for: 'authenticated',
    call: {
      p_team: no,
      p_key: no,
      p_built_in: true,
      p_scale: 'x',
      p_version: 1,
      p_opens: '2027-01-05',
      p_closes: '2027-01-12'
    }
  },
  open_round: {
    for: 'service_role',
    call: {
      p_round: no,
      p_sign: '',
      p_sign_fingerprint: '',
      p_seal: '',
      p_seal_fingerprint: '',
      p_definition: {},
      p_version: 1
    }
  },
  take_token: { for: 'authenticated', call: { p_round: no, p_blinded_hash: '' } },
  cast_ballot: { for: 'service_role', call: { p_round: no, p_nullifier: '', p_sealed: '' } },
  ballots_of: { for: 'service_role', call: { p_round: no } },
  due_rounds: { for: 'service_role', call: undefined as never },
  publish_round: {
    for: 'service_role',
    call: { p_round: no, p_enough: false, p_levels: [], p_help: [], p_receipts: [] }
  },
  keep_file: { for: 'authenticated', call: { p_organisation: no, p_version: {}, p_title: 'x' } },
  orphaned_files: { for: 'service_role', call: undefined as never },
  take_letters: { for: 'service_role', call: { p_restarted: false } },
  letters_sent: { for: 'service_role', call: { p_round: no, p_kind: 'opening' } },
  organisation_levels: { for: 'authenticated', call: { p_organisation: no } },
  ...trainingFunctions
};
