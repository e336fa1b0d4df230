import type { Database } from '../../src/lib/database.types.ts';
import type { FunctionRight, TableRight } from './rights.ts';

const read = { select: 'all' };
const no = '00000000-0000-4000-8000-000000000000';
const half = { p_training: no, p_day: 1, p_half: 1 };
const row = 'format half id minutes position session_key subject title trainers training_id';

/** The tables of trainings with the rights on them, as in rights.ts. Who reads which rows is in the training… tests. */
export const trainingTables = {
  curricula: {
    column: 'id',
    may: {
      ...read,
      insert: 'based_on built_in_version document notes organisation_id published_at title',
      update: 'document notes published_at title',
      delete: true
    }
  },
  trainings: {
    column: 'id',
    may: {
      ...read,
      insert:
        'contact copied_from curriculum_id days_needed link make_ups_count most_missed open_places organisation_id places request_key sign_up_open time_zone title trainers venue',
      update:
        'contact days_needed learned link make_ups_count most_missed open_places places sign_up_open time_zone timetable_version title trainers venue',
      delete: true
    }
  },
  training_days: {
    column: 'training_id',
    may: {
      ...read,
      insert: 'afternoon_starts audience day held_on morning_starts organisation_id title training_id',
      update: 'afternoon_starts audience counted held_on morning_starts title',
      delete: true
    }
  },
  training_sessions: {
    column: 'id',
    may: {
      ...read,
      insert: `day ${row.replace('position', 'organisation_id position')}`,
      update: 'actual_minutes day ended_at format half minutes position session_key started_at subject title trainers',
      delete: true
    }
  },
  training_notes: {
    column: 'id',
    may: { ...read, insert: 'day kind organisation_id text training_id', update: 'day kind settled text', delete: true }
  },
  training_places: {
    column: 'id',
    may: {
      select: 'email id kind name organisation_id person_id signed_up_on state training_id turn workplace',
      update: 'email name secret_hash workplace',
      delete: true
    }
  },
  training_attendance: {
    column: 'place_id',
    may: { ...read, insert: 'all', update: 'came late_minutes left_minutes noted_by', delete: true }
  },
  training_make_ups: {
    column: 'place_id',
    may: { ...read, insert: 'all', update: 'made_up_on made_up_where made_up_with', delete: true }
  },
  evaluation_forms: { column: 'id', may: { ...read, insert: 'form organisation_id', update: 'form', delete: true } },
  evaluations: {
    column: 'id',
    may: {
      ...read,
      insert: 'asked closes_at form opens_at organisation_id request_key title training_id',
      delete: true
    }
  },
  evaluation_roster: { column: 'evaluation_id', may: read },
  evaluation_results: {
    column: 'evaluation_id',
    may: {
      ...read,
      insert: 'counts evaluation_id organisation_id respondents source',
      update: 'counts respondents',
      delete: true
    }
  },
  organisation_keys: { column: 'id', may: read },
  certificates: { column: 'id', may: read }
} satisfies Record<string, TableRight>;

type Functions = Database['public']['Functions'];

/** The functions of trainings, as in rights.ts. */
export const trainingFunctions = {
  plan_training: {
    for: 'authenticated',
    call: { p_organisation: no, p_key: no, p_curriculum: no, p_training: {}, p_days: [], p_sessions: [] }
  },
  save_timetable: { for: 'authenticated', call: { p_training: no, p_version: 1, p_sessions: [] } },
  save_training_days: { for: 'authenticated', call: { p_training: no, p_days: [] } },
  training_by_code: { for: 'everybody', call: { p_code: 'x' } },
  sign_up: {
    for: 'everybody',
    call: { p_code: 'x', p_kind: 'cohort', p_name: 'x', p_email: '', p_workplace: '', p_secret_hash: '' }
  },
  add_place: {
    for: 'authenticated',
    call: { p_training: no, p_kind: 'cohort', p_name: 'x', p_email: '', p_workplace: '', p_secret_hash: '' }
  },
  settle_place: { for: 'authenticated', call: { p_place: no, p_state: 'placed' } },
  give_place_back: { for: 'everybody', call: { p_secret_hash: 'x', p_place: no } },
  claim_place: { for: 'authenticated', call: { p_secret_hash: 'x' } },
  place_of: { for: 'everybody', call: { p_secret_hash: 'x', p_place: no } },
  my_training_places: { for: 'authenticated', call: undefined as never },
  door_code: { for: 'authenticated', call: half },
  door: { for: 'everybody', call: { ...half, p_code: 'x' } },
  at_the_door: { for: 'everybody', call: { ...half, p_code: 'x', p_secret_hash: 'x', p_place: no, p_email: '' } },
  walk_in: {
    for: 'everybody',
    call: { ...half, p_code: 'x', p_name: 'x', p_email: '', p_workplace: '', p_secret_hash: 'x' }
  },
  take_evaluation_token: {
    for: 'everybody',
    call: { p_secret_hash: 'x', p_place: no, p_evaluation: no, p_blinded_hash: '' }
  },
  due_evaluations: { for: 'service_role', call: undefined as never },
  open_evaluation: {
    for: 'service_role',
    call: { p_evaluation: no, p_sign: '', p_sign_fingerprint: '', p_seal: '', p_seal_fingerprint: '' }
  },
  publish_evaluation: {
    for: 'service_role',
    call: { p_evaluation: no, p_enough: false, p_respondents: 0, p_counts: [], p_receipts: [] }
  },
  issue_certificate: { for: 'authenticated', call: { p_place: no } },
  certificates_to_sign: { for: 'service_role', call: undefined as never },
  keys_to_sign_with: { for: 'service_role', call: { p_organisation: no } },
  add_organisation_key: { for: 'service_role', call: { p_key: no, p_organisation: no, p_public_key: {} } },
  sign_certificate: { for: 'service_role', call: { p_certificate: no, p_key: no, p_signed: 'x' } },
  revoke_certificate: { for: 'authenticated', call: { p_certificate: no, p_why: 'x' } },
  certificate_key: { for: 'everybody', call: { p_key: no } },
  certificate_issuer: { for: 'everybody', call: { p_organisation: no } },
  revoked_certificates: { for: 'everybody', call: { p_organisation: no } },
  certificate_status: { for: 'everybody', call: { p_certificate: no } },
  run_training_retention: { for: 'service_role', call: { p_today: '2026-01-05' } }
} satisfies { [Name in keyof Functions]?: FunctionRight<Name> };
