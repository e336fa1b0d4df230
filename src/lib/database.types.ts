// Generated from supabase/migrations by "npm run types". Do not edit.
export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "12"
  }
  public: {
    Tables: {
      actions: {
        Row: {
          circle_id: string | null
          closed_at: string | null
          closed_by: string | null
          created_at: string
          due_on: string | null
          id: string
          let_go: boolean
          outcome: string
          owner_id: string | null
          owner_name: string
          request_key: string | null
          team_id: string
          text: string
        }
        Insert: {
          circle_id?: string | null
          closed_at?: string | null
          closed_by?: string | null
          created_at?: string
          due_on?: string | null
          id?: string
          let_go?: boolean
          outcome?: string
          owner_id?: string | null
          owner_name?: string
          request_key?: string | null
          team_id: string
          text: string
        }
        Update: {
          circle_id?: string | null
          closed_at?: string | null
          closed_by?: string | null
          created_at?: string
          due_on?: string | null
          id?: string
          let_go?: boolean
          outcome?: string
          owner_id?: string | null
          owner_name?: string
          request_key?: string | null
          team_id?: string
          text?: string
        }
        Relationships: [
          {
            foreignKeyName: "actions_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "actions_closed_by_fkey"
            columns: ["closed_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "actions_owner_id_fkey"
            columns: ["owner_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "actions_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      agenda_items: {
        Row: {
          circle_id: string
          id: string
          kind: string
          min_minutes: number
          minutes: number
          note: string
          position: number
          priority: number
          team_id: string
          title: string
        }
        Insert: {
          circle_id: string
          id?: string
          kind: string
          min_minutes?: number
          minutes: number
          note?: string
          position: number
          priority?: number
          team_id: string
          title: string
        }
        Update: {
          circle_id?: string
          id?: string
          kind?: string
          min_minutes?: number
          minutes?: number
          note?: string
          position?: number
          priority?: number
          team_id?: string
          title?: string
        }
        Relationships: [
          {
            foreignKeyName: "agenda_items_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      agreement_acknowledgements: {
        Row: {
          acknowledged_at: string
          agreement_id: string
          left_on: string | null
          person_id: string
          team_id: string
        }
        Insert: {
          acknowledged_at?: string
          agreement_id: string
          left_on?: string | null
          person_id?: string
          team_id: string
        }
        Update: {
          acknowledged_at?: string
          agreement_id?: string
          left_on?: string | null
          person_id?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "agreement_acknowledgements_agreement_id_team_id_fkey"
            columns: ["agreement_id", "team_id"]
            referencedRelation: "agreements"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "agreement_acknowledgements_person_id_fkey"
            columns: ["person_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      agreement_proposals: {
        Row: {
          adopted_version: number | null
          based_on: number
          id: string
          kind: string
          lines: NonNullable<Json>
          proposed_at: string
          proposed_by: string | null
          request_key: string | null
          team_id: string
          why: string
          withdrawn_at: string | null
        }
        Insert: {
          adopted_version?: number | null
          based_on: number
          id?: string
          kind?: string
          lines: NonNullable<Json>
          proposed_at?: string
          proposed_by?: string | null
          request_key?: string | null
          team_id: string
          why?: string
          withdrawn_at?: string | null
        }
        Update: {
          adopted_version?: number | null
          based_on?: number
          id?: string
          kind?: string
          lines?: NonNullable<Json>
          proposed_at?: string
          proposed_by?: string | null
          request_key?: string | null
          team_id?: string
          why?: string
          withdrawn_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "agreement_proposals_proposed_by_fkey"
            columns: ["proposed_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "agreement_proposals_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      agreement_remarks: {
        Row: {
          id: string
          person_id: string | null
          proposal_id: string
          said_at: string
          team_id: string
          text: string
        }
        Insert: {
          id?: string
          person_id?: string | null
          proposal_id: string
          said_at?: string
          team_id: string
          text: string
        }
        Update: {
          id?: string
          person_id?: string | null
          proposal_id?: string
          said_at?: string
          team_id?: string
          text?: string
        }
        Relationships: [
          {
            foreignKeyName: "agreement_remarks_person_id_fkey"
            columns: ["person_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "agreement_remarks_proposal_id_team_id_fkey"
            columns: ["proposal_id", "team_id"]
            referencedRelation: "agreement_proposals"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      agreements: {
        Row: {
          adopted_at: string
          adopted_by: string | null
          id: string
          kind: string
          lines: NonNullable<Json>
          review_on: string | null
          team_id: string
          version: number
        }
        Insert: {
          adopted_at?: string
          adopted_by?: string | null
          id?: string
          kind?: string
          lines: NonNullable<Json>
          review_on?: string | null
          team_id: string
          version: number
        }
        Update: {
          adopted_at?: string
          adopted_by?: string | null
          id?: string
          kind?: string
          lines?: NonNullable<Json>
          review_on?: string | null
          team_id?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "agreements_adopted_by_fkey"
            columns: ["adopted_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "agreements_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      attendance: {
        Row: {
          circle_id: string
          id: string
          made_up_note: string
          made_up_on: string | null
          name: string
          person_id: string | null
          place_id: string | null
          status: string
          team_id: string
        }
        Insert: {
          circle_id: string
          id?: string
          made_up_note?: string
          made_up_on?: string | null
          name: string
          person_id?: string | null
          place_id?: string | null
          status: string
          team_id: string
        }
        Update: {
          circle_id?: string
          id?: string
          made_up_note?: string
          made_up_on?: string | null
          name?: string
          person_id?: string | null
          place_id?: string | null
          status?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "attendance_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "attendance_person_id_fkey"
            columns: ["person_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "attendance_place_id_fkey"
            columns: ["place_id"]
            referencedRelation: "series_places"
            referencedColumns: ["id"]
          },
        ]
      }
      certificates: {
        Row: {
          begins_on: string
          days: number
          days_counted: number
          days_needed: number
          ends_on: string
          hours: number
          id: string
          issued_on: string
          key_id: string | null
          make_ups_count: boolean
          name: string
          organisation: string
          organisation_id: string
          place_id: string | null
          revoked_on: string | null
          revoked_why: string
          signed: string | null
          subjects: string[]
          trainers: string[]
          training: string
          training_id: string | null
        }
        Insert: {
          begins_on: string
          days: number
          days_counted: number
          days_needed: number
          ends_on: string
          hours: number
          id?: string
          issued_on?: string
          key_id?: string | null
          make_ups_count: boolean
          name: string
          organisation: string
          organisation_id: string
          place_id?: string | null
          revoked_on?: string | null
          revoked_why?: string
          signed?: string | null
          subjects: string[]
          trainers: string[]
          training: string
          training_id?: string | null
        }
        Update: {
          begins_on?: string
          days?: number
          days_counted?: number
          days_needed?: number
          ends_on?: string
          hours?: number
          id?: string
          issued_on?: string
          key_id?: string | null
          make_ups_count?: boolean
          name?: string
          organisation?: string
          organisation_id?: string
          place_id?: string | null
          revoked_on?: string | null
          revoked_why?: string
          signed?: string | null
          subjects?: string[]
          trainers?: string[]
          training?: string
          training_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "certificates_key_id_organisation_id_fkey"
            columns: ["key_id", "organisation_id"]
            referencedRelation: "organisation_keys"
            referencedColumns: ["id", "organisation_id"]
          },
          {
            foreignKeyName: "certificates_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "certificates_place_id_fkey"
            columns: ["place_id"]
            referencedRelation: "training_places"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "certificates_training_id_fkey"
            columns: ["training_id"]
            referencedRelation: "trainings"
            referencedColumns: ["id"]
          },
        ]
      }
      check_in_publications: {
        Row: {
          closed_on: string
          enough: boolean
          help: NonNullable<Json>
          key_lost: boolean
          levels: NonNullable<Json>
          receipts: string[]
          round_id: string
          team_id: string
        }
        Insert: {
          closed_on: string
          enough: boolean
          help: NonNullable<Json>
          key_lost?: boolean
          levels: NonNullable<Json>
          receipts: string[]
          round_id: string
          team_id: string
        }
        Update: {
          closed_on?: string
          enough?: boolean
          help?: NonNullable<Json>
          key_lost?: boolean
          levels?: NonNullable<Json>
          receipts?: string[]
          round_id?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "check_in_publications_round_id_team_id_fkey"
            columns: ["round_id", "team_id"]
            referencedRelation: "check_in_rounds"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      check_in_rounds: {
        Row: {
          built_in: boolean
          closes_at: string
          definition: Json | null
          id: string
          opened_at: string | null
          opens_at: string
          request_key: string
          roster_changed: boolean | null
          scale_key: string
          scale_version: number
          seal_fingerprint: string | null
          seal_key: string | null
          sign_fingerprint: string | null
          sign_key: string | null
          team_id: string
        }
        Insert: {
          built_in: boolean
          closes_at: string
          definition?: Json | null
          id?: string
          opened_at?: string | null
          opens_at: string
          request_key: string
          roster_changed?: boolean | null
          scale_key: string
          scale_version: number
          seal_fingerprint?: string | null
          seal_key?: string | null
          sign_fingerprint?: string | null
          sign_key?: string | null
          team_id: string
        }
        Update: {
          built_in?: boolean
          closes_at?: string
          definition?: Json | null
          id?: string
          opened_at?: string | null
          opens_at?: string
          request_key?: string
          roster_changed?: boolean | null
          scale_key?: string
          scale_version?: number
          seal_fingerprint?: string | null
          seal_key?: string | null
          sign_fingerprint?: string | null
          sign_key?: string | null
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "check_in_rounds_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      check_in_scales: {
        Row: {
          definition: NonNullable<Json>
          key: string
          loaded_at: string
          organisation_id: string
          version: number
        }
        Insert: {
          definition: NonNullable<Json>
          key: string
          loaded_at?: string
          organisation_id: string
          version: number
        }
        Update: {
          definition?: NonNullable<Json>
          key?: string
          loaded_at?: string
          organisation_id?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "check_in_scales_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      circle_records: {
        Row: {
          apologies_unnamed: number
          attendance_taken_at: string | null
          circle_id: string
          comments: string[]
          comments_counted: number | null
          declined_unnamed: number
          outcomes: string[]
          outcomes_counted: number | null
          present_unnamed: number
          small_groups: boolean
          suggestions: string[]
          suggestions_counted: number | null
          team_id: string
          topic: string
          updated_at: string
          version: number
        }
        Insert: {
          apologies_unnamed?: number
          attendance_taken_at?: string | null
          circle_id: string
          comments?: string[]
          comments_counted?: number | null
          declined_unnamed?: number
          outcomes?: string[]
          outcomes_counted?: number | null
          present_unnamed?: number
          small_groups?: boolean
          suggestions?: string[]
          suggestions_counted?: number | null
          team_id: string
          topic?: string
          updated_at?: string
          version?: number
        }
        Update: {
          apologies_unnamed?: number
          attendance_taken_at?: string | null
          circle_id?: string
          comments?: string[]
          comments_counted?: number | null
          declined_unnamed?: number
          outcomes?: string[]
          outcomes_counted?: number | null
          present_unnamed?: number
          small_groups?: boolean
          suggestions?: string[]
          suggestions_counted?: number | null
          team_id?: string
          topic?: string
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "circle_records_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      circle_roles: {
        Row: {
          circle_id: string
          person_id: string
          role: string
          team_id: string
        }
        Insert: {
          circle_id: string
          person_id: string
          role: string
          team_id: string
        }
        Update: {
          circle_id?: string
          person_id?: string
          role?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "circle_roles_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "circle_roles_team_id_person_id_fkey"
            columns: ["team_id", "person_id"]
            referencedRelation: "team_members"
            referencedColumns: ["team_id", "person_id"]
          },
        ]
      }
      circle_runs: {
        Row: {
          circle_id: string
          run: NonNullable<Json>
          team_id: string
          updated_at: string
        }
        Insert: {
          circle_id: string
          run: NonNullable<Json>
          team_id: string
          updated_at?: string
        }
        Update: {
          circle_id?: string
          run?: NonNullable<Json>
          team_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "circle_runs_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      circles: {
        Row: {
          agenda_version: number
          archived_at: string | null
          closed_at: string | null
          created_at: string
          created_by: string | null
          held_on: string[]
          id: string
          kind: string
          opened_at: string | null
          plan_changed_at: string
          plan_changes: number
          planned_minutes: number
          request_key: string | null
          series_id: string | null
          series_number: number | null
          starts_at: string | null
          state: string
          team_id: string
          time_zone: string
          title: string
        }
        Insert: {
          agenda_version?: number
          archived_at?: string | null
          closed_at?: string | null
          created_at?: string
          created_by?: string | null
          held_on?: string[]
          id?: string
          kind: string
          opened_at?: string | null
          plan_changed_at?: string
          plan_changes?: number
          planned_minutes?: number
          request_key?: string | null
          series_id?: string | null
          series_number?: number | null
          starts_at?: string | null
          state?: string
          team_id: string
          time_zone?: string
          title: string
        }
        Update: {
          agenda_version?: number
          archived_at?: string | null
          closed_at?: string | null
          created_at?: string
          created_by?: string | null
          held_on?: string[]
          id?: string
          kind?: string
          opened_at?: string | null
          plan_changed_at?: string
          plan_changes?: number
          planned_minutes?: number
          request_key?: string | null
          series_id?: string | null
          series_number?: number | null
          starts_at?: string | null
          state?: string
          team_id?: string
          time_zone?: string
          title?: string
        }
        Relationships: [
          {
            foreignKeyName: "circles_created_by_fkey"
            columns: ["created_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "circles_series_id_team_id_fkey"
            columns: ["series_id", "team_id"]
            referencedRelation: "series"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "circles_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      coding_changes: {
        Row: {
          id: number
          inverse: NonNullable<Json>
          label: string
          made_at: string
          made_by: string | null
          ops: NonNullable<Json>
          question_id: string
          team_id: string
          undone: boolean
        }
        Insert: {
          id?: never
          inverse: NonNullable<Json>
          label: string
          made_at?: string
          made_by?: string | null
          ops: NonNullable<Json>
          question_id: string
          team_id: string
          undone?: boolean
        }
        Update: {
          id?: never
          inverse?: NonNullable<Json>
          label?: string
          made_at?: string
          made_by?: string | null
          ops?: NonNullable<Json>
          question_id?: string
          team_id?: string
          undone?: boolean
        }
        Relationships: [
          {
            foreignKeyName: "coding_changes_made_by_fkey"
            columns: ["made_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "coding_changes_question_id_fkey"
            columns: ["question_id"]
            referencedRelation: "questions"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "coding_changes_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      codings: {
        Row: {
          comment_id: string
          origin: string
          question_id: string
          team_id: string
          theme_id: string
        }
        Insert: {
          comment_id: string
          origin?: string
          question_id: string
          team_id: string
          theme_id: string
        }
        Update: {
          comment_id?: string
          origin?: string
          question_id?: string
          team_id?: string
          theme_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "codings_comment_id_question_id_fkey"
            columns: ["comment_id", "question_id"]
            referencedRelation: "comments"
            referencedColumns: ["id", "question_id"]
          },
          {
            foreignKeyName: "codings_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "codings_theme_id_question_id_fkey"
            columns: ["theme_id", "question_id"]
            referencedRelation: "themes"
            referencedColumns: ["id", "question_id"]
          },
        ]
      }
      comments: {
        Row: {
          changed_at: string | null
          circle_id: string
          count: number
          group_id: string | null
          id: string
          item_id: string | null
          note_id: string | null
          position: number
          question_id: string
          team_id: string
          text: string
          withdrawn_at: string | null
        }
        Insert: {
          changed_at?: string | null
          circle_id: string
          count?: number
          group_id?: string | null
          id?: string
          item_id?: string | null
          note_id?: string | null
          position?: number
          question_id: string
          team_id: string
          text: string
          withdrawn_at?: string | null
        }
        Update: {
          changed_at?: string | null
          circle_id?: string
          count?: number
          group_id?: string | null
          id?: string
          item_id?: string | null
          note_id?: string | null
          position?: number
          question_id?: string
          team_id?: string
          text?: string
          withdrawn_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "comments_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "comments_group_id_circle_id_team_id_fkey"
            columns: ["group_id", "circle_id", "team_id"]
            referencedRelation: "groups"
            referencedColumns: ["id", "circle_id", "team_id"]
          },
          {
            foreignKeyName: "comments_note_id_fkey"
            columns: ["note_id"]
            referencedRelation: "notes"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "comments_note_id_question_id_fkey"
            columns: ["note_id", "question_id"]
            referencedRelation: "notes"
            referencedColumns: ["id", "question_id"]
          },
          {
            foreignKeyName: "comments_question_id_circle_id_team_id_fkey"
            columns: ["question_id", "circle_id", "team_id"]
            referencedRelation: "questions"
            referencedColumns: ["id", "circle_id", "team_id"]
          },
        ]
      }
      curricula: {
        Row: {
          based_on: string
          built_in_version: number | null
          created_at: string
          document: NonNullable<Json>
          id: string
          notes: string
          organisation_id: string
          published_at: string | null
          title: string
          version: number
        }
        Insert: {
          based_on?: string
          built_in_version?: number | null
          created_at?: string
          document: NonNullable<Json>
          id?: string
          notes?: string
          organisation_id: string
          published_at?: string | null
          title: string
          version?: number
        }
        Update: {
          based_on?: string
          built_in_version?: number | null
          created_at?: string
          document?: NonNullable<Json>
          id?: string
          notes?: string
          organisation_id?: string
          published_at?: string | null
          title?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "curricula_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      debriefs: {
        Row: {
          circle_id: string
          moment: string
          person_id: string
          team_id: string
          text: string
          updated_at: string
        }
        Insert: {
          circle_id: string
          moment: string
          person_id?: string
          team_id: string
          text: string
          updated_at?: string
        }
        Update: {
          circle_id?: string
          moment?: string
          person_id?: string
          team_id?: string
          text?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "debriefs_circle_id_person_id_fkey"
            columns: ["circle_id", "person_id"]
            referencedRelation: "circle_roles"
            referencedColumns: ["circle_id", "person_id"]
          },
          {
            foreignKeyName: "debriefs_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      destroyed_records: {
        Row: {
          destroyed_on: string
          held_on: string | null
          id: string
          kind: string
          team_id: string
        }
        Insert: {
          destroyed_on: string
          held_on?: string | null
          id?: string
          kind: string
          team_id: string
        }
        Update: {
          destroyed_on?: string
          held_on?: string | null
          id?: string
          kind?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "destroyed_records_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      evaluation_forms: {
        Row: {
          created_at: string
          form: NonNullable<Json>
          id: string
          organisation_id: string
        }
        Insert: {
          created_at?: string
          form: NonNullable<Json>
          id?: string
          organisation_id: string
        }
        Update: {
          created_at?: string
          form?: NonNullable<Json>
          id?: string
          organisation_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "evaluation_forms_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      evaluation_results: {
        Row: {
          closed_on: string
          counts: Json | null
          enough: boolean
          evaluation_id: string
          key_lost: boolean
          organisation_id: string
          receipts: string[]
          respondents: number | null
          source: string
        }
        Insert: {
          closed_on?: string
          counts?: Json | null
          enough?: boolean
          evaluation_id: string
          key_lost?: boolean
          organisation_id: string
          receipts?: string[]
          respondents?: number | null
          source: string
        }
        Update: {
          closed_on?: string
          counts?: Json | null
          enough?: boolean
          evaluation_id?: string
          key_lost?: boolean
          organisation_id?: string
          receipts?: string[]
          respondents?: number | null
          source?: string
        }
        Relationships: [
          {
            foreignKeyName: "evaluation_results_evaluation_id_organisation_id_fkey"
            columns: ["evaluation_id", "organisation_id"]
            referencedRelation: "evaluations"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      evaluation_roster: {
        Row: {
          evaluation_id: string
          organisation_id: string
          place_id: string
        }
        Insert: {
          evaluation_id: string
          organisation_id: string
          place_id: string
        }
        Update: {
          evaluation_id?: string
          organisation_id?: string
          place_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "evaluation_roster_evaluation_id_organisation_id_fkey"
            columns: ["evaluation_id", "organisation_id"]
            referencedRelation: "evaluations"
            referencedColumns: ["id", "organisation_id"]
          },
          {
            foreignKeyName: "evaluation_roster_place_id_fkey"
            columns: ["place_id"]
            referencedRelation: "training_places"
            referencedColumns: ["id"]
          },
        ]
      }
      evaluations: {
        Row: {
          asked: string
          asked_count: number | null
          closes_at: string | null
          created_at: string
          form: NonNullable<Json>
          id: string
          opened_at: string | null
          opens_at: string | null
          organisation_id: string
          request_key: string
          seal_fingerprint: string | null
          seal_key: string | null
          sign_fingerprint: string | null
          sign_key: string | null
          title: string
          training_id: string
        }
        Insert: {
          asked?: string
          asked_count?: number | null
          closes_at?: string | null
          created_at?: string
          form: NonNullable<Json>
          id?: string
          opened_at?: string | null
          opens_at?: string | null
          organisation_id: string
          request_key: string
          seal_fingerprint?: string | null
          seal_key?: string | null
          sign_fingerprint?: string | null
          sign_key?: string | null
          title: string
          training_id: string
        }
        Update: {
          asked?: string
          asked_count?: number | null
          closes_at?: string | null
          created_at?: string
          form?: NonNullable<Json>
          id?: string
          opened_at?: string | null
          opens_at?: string | null
          organisation_id?: string
          request_key?: string
          seal_fingerprint?: string | null
          seal_key?: string | null
          sign_fingerprint?: string | null
          sign_key?: string | null
          title?: string
          training_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "evaluations_training_id_organisation_id_fkey"
            columns: ["training_id", "organisation_id"]
            referencedRelation: "trainings"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      file_versions: {
        Row: {
          bytes: number
          content_type: string
          file_id: string
          name: string
          number: number
          organisation_id: string
          path: string
          sha256: string
          uploaded_at: string
          uploaded_by: string | null
        }
        Insert: {
          bytes: number
          content_type: string
          file_id: string
          name: string
          number: number
          organisation_id: string
          path: string
          sha256: string
          uploaded_at?: string
          uploaded_by?: string | null
        }
        Update: {
          bytes?: number
          content_type?: string
          file_id?: string
          name?: string
          number?: number
          organisation_id?: string
          path?: string
          sha256?: string
          uploaded_at?: string
          uploaded_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "file_versions_file_id_organisation_id_fkey"
            columns: ["file_id", "organisation_id"]
            referencedRelation: "organisation_files"
            referencedColumns: ["id", "organisation_id"]
          },
          {
            foreignKeyName: "file_versions_uploaded_by_fkey"
            columns: ["uploaded_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      groups: {
        Row: {
          circle_id: string
          id: string
          name: string
          position: number
          recorder_id: string | null
          team_id: string
        }
        Insert: {
          circle_id: string
          id?: string
          name: string
          position: number
          recorder_id?: string | null
          team_id: string
        }
        Update: {
          circle_id?: string
          id?: string
          name?: string
          position?: number
          recorder_id?: string | null
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "groups_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "groups_recorder_id_fkey"
            columns: ["recorder_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      join_links: {
        Row: {
          created_at: string
          created_by: string | null
          expires_at: string
          id: string
          max_uses: number
          organisation_id: string
          revoked_at: string | null
          role: string
          team_id: string | null
          token_hash: string
          uses: number
        }
        Insert: {
          created_at?: string
          created_by?: string | null
          expires_at: string
          id?: string
          max_uses?: number
          organisation_id: string
          revoked_at?: string | null
          role: string
          team_id?: string | null
          token_hash: string
          uses?: number
        }
        Update: {
          created_at?: string
          created_by?: string | null
          expires_at?: string
          id?: string
          max_uses?: number
          organisation_id?: string
          revoked_at?: string | null
          role?: string
          team_id?: string | null
          token_hash?: string
          uses?: number
        }
        Relationships: [
          {
            foreignKeyName: "join_links_created_by_fkey"
            columns: ["created_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "join_links_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "join_links_team_id_organisation_id_fkey"
            columns: ["team_id", "organisation_id"]
            referencedRelation: "teams"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      level_answers: {
        Row: {
          about: string
          action_id: string | null
          answered_on: string
          round_id: string
          team_id: string
          text: string
        }
        Insert: {
          about: string
          action_id?: string | null
          answered_on?: string
          round_id: string
          team_id: string
          text: string
        }
        Update: {
          about?: string
          action_id?: string | null
          answered_on?: string
          round_id?: string
          team_id?: string
          text?: string
        }
        Relationships: [
          {
            foreignKeyName: "level_answers_action_id_fkey"
            columns: ["action_id"]
            referencedRelation: "actions"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "level_answers_round_id_team_id_fkey"
            columns: ["round_id", "team_id"]
            referencedRelation: "check_in_publications"
            referencedColumns: ["round_id", "team_id"]
          },
        ]
      }
      library_copies: {
        Row: {
          changed_at: string
          changed_by: string | null
          document: NonNullable<Json>
          id: string
          kind: string
          original: NonNullable<Json>
          slug: string
          team_id: string
          version: number
        }
        Insert: {
          changed_at?: string
          changed_by?: string | null
          document: NonNullable<Json>
          id?: string
          kind: string
          original: NonNullable<Json>
          slug: string
          team_id: string
          version?: number
        }
        Update: {
          changed_at?: string
          changed_by?: string | null
          document?: NonNullable<Json>
          id?: string
          kind?: string
          original?: NonNullable<Json>
          slug?: string
          team_id?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "library_copies_changed_by_fkey"
            columns: ["changed_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "library_copies_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      live_documents: {
        Row: {
          circle_id: string
          state: string
        }
        Insert: {
          circle_id: string
          state: string
        }
        Update: {
          circle_id?: string
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: "live_documents_circle_id_fkey"
            columns: ["circle_id"]
            referencedRelation: "circles"
            referencedColumns: ["id"]
          },
        ]
      }
      note_documents: {
        Row: {
          note_id: string
          state: string
        }
        Insert: {
          note_id: string
          state: string
        }
        Update: {
          note_id?: string
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: "note_documents_note_id_fkey"
            columns: ["note_id"]
            referencedRelation: "notes"
            referencedColumns: ["id"]
          },
        ]
      }
      notes: {
        Row: {
          body: string
          body_items: NonNullable<Json>
          circle_id: string
          group_id: string
          id: string
          question_id: string
          team_id: string
          updated_at: string | null
        }
        Insert: {
          body?: string
          body_items?: NonNullable<Json>
          circle_id: string
          group_id: string
          id?: string
          question_id: string
          team_id: string
          updated_at?: string | null
        }
        Update: {
          body?: string
          body_items?: NonNullable<Json>
          circle_id?: string
          group_id?: string
          id?: string
          question_id?: string
          team_id?: string
          updated_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "notes_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "notes_group_id_circle_id_team_id_fkey"
            columns: ["group_id", "circle_id", "team_id"]
            referencedRelation: "groups"
            referencedColumns: ["id", "circle_id", "team_id"]
          },
          {
            foreignKeyName: "notes_question_id_circle_id_team_id_fkey"
            columns: ["question_id", "circle_id", "team_id"]
            referencedRelation: "questions"
            referencedColumns: ["id", "circle_id", "team_id"]
          },
        ]
      }
      organisation_files: {
        Row: {
          created_at: string
          created_by: string | null
          id: string
          note: string
          organisation_id: string
          title: string
        }
        Insert: {
          created_at?: string
          created_by?: string | null
          id?: string
          note?: string
          organisation_id: string
          title: string
        }
        Update: {
          created_at?: string
          created_by?: string | null
          id?: string
          note?: string
          organisation_id?: string
          title?: string
        }
        Relationships: [
          {
            foreignKeyName: "organisation_files_created_by_fkey"
            columns: ["created_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "organisation_files_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      organisation_keys: {
        Row: {
          id: string
          made_on: string
          organisation_id: string
          public_key: NonNullable<Json>
        }
        Insert: {
          id?: string
          made_on?: string
          organisation_id: string
          public_key: NonNullable<Json>
        }
        Update: {
          id?: string
          made_on?: string
          organisation_id?: string
          public_key?: NonNullable<Json>
        }
        Relationships: [
          {
            foreignKeyName: "organisation_keys_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      organisation_members: {
        Row: {
          is_admin: boolean
          is_trainer: boolean
          joined_at: string
          organisation_id: string
          person_id: string
        }
        Insert: {
          is_admin?: boolean
          is_trainer?: boolean
          joined_at?: string
          organisation_id: string
          person_id: string
        }
        Update: {
          is_admin?: boolean
          is_trainer?: boolean
          joined_at?: string
          organisation_id?: string
          person_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "organisation_members_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "organisation_members_person_id_fkey"
            columns: ["person_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      organisations: {
        Row: {
          created_at: string
          id: string
          name: string
          retention_years: number
        }
        Insert: {
          created_at?: string
          id?: string
          name: string
          retention_years?: number
        }
        Update: {
          created_at?: string
          id?: string
          name?: string
          retention_years?: number
        }
        Relationships: []
      }
      people: {
        Row: {
          created_at: string
          display_name: string
          id: string
        }
        Insert: {
          created_at?: string
          display_name: string
          id: string
        }
        Update: {
          created_at?: string
          display_name?: string
          id?: string
        }
        Relationships: []
      }
      questions: {
        Row: {
          circle_id: string
          coding_version: number
          id: string
          number: number
          prompt: string
          stated_groups: number | null
          summary: string
          table_title: string
          team_id: string
        }
        Insert: {
          circle_id: string
          coding_version?: number
          id?: string
          number: number
          prompt: string
          stated_groups?: number | null
          summary?: string
          table_title?: string
          team_id: string
        }
        Update: {
          circle_id?: string
          coding_version?: number
          id?: string
          number?: number
          prompt?: string
          stated_groups?: number | null
          summary?: string
          table_title?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "questions_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      reports: {
        Row: {
          circle_id: string
          content: NonNullable<Json>
          id: string
          published_at: string
          published_by: string | null
          quotes_agreed: boolean
          team_id: string
          version: number
        }
        Insert: {
          circle_id: string
          content: NonNullable<Json>
          id?: string
          published_at?: string
          published_by?: string | null
          quotes_agreed: boolean
          team_id: string
          version: number
        }
        Update: {
          circle_id?: string
          content?: NonNullable<Json>
          id?: string
          published_at?: string
          published_by?: string | null
          quotes_agreed?: boolean
          team_id?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "reports_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "reports_published_by_fkey"
            columns: ["published_by"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
        ]
      }
      resourcing_sheets: {
        Row: {
          series_id: string
          sheet: NonNullable<Json>
          team_id: string
          updated_at: string
        }
        Insert: {
          series_id: string
          sheet: NonNullable<Json>
          team_id: string
          updated_at?: string
        }
        Update: {
          series_id?: string
          sheet?: NonNullable<Json>
          team_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "resourcing_sheets_series_id_team_id_fkey"
            columns: ["series_id", "team_id"]
            referencedRelation: "series"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      round_letters: {
        Row: {
          done: boolean
          kind: string
          round_id: string
        }
        Insert: {
          done?: boolean
          kind: string
          round_id: string
        }
        Update: {
          done?: boolean
          kind?: string
          round_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "round_letters_round_id_fkey"
            columns: ["round_id"]
            referencedRelation: "check_in_rounds"
            referencedColumns: ["id"]
          },
        ]
      }
      round_roster: {
        Row: {
          name: string
          person_id: string
          round_id: string
          team_id: string
        }
        Insert: {
          name: string
          person_id: string
          round_id: string
          team_id: string
        }
        Update: {
          name?: string
          person_id?: string
          round_id?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "round_roster_person_id_fkey"
            columns: ["person_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "round_roster_round_id_team_id_fkey"
            columns: ["round_id", "team_id"]
            referencedRelation: "check_in_rounds"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      series: {
        Row: {
          created_at: string
          every_weeks: number
          first_on: string
          gate: number | null
          id: string
          intake_weeks: number | null
          kind: string
          length: number
          minutes: number
          places: number | null
          request_key: string | null
          starts_at: string
          team_id: string
          time_zone: string
          title: string
        }
        Insert: {
          created_at?: string
          every_weeks?: number
          first_on: string
          gate?: number | null
          id?: string
          intake_weeks?: number | null
          kind: string
          length: number
          minutes: number
          places?: number | null
          request_key?: string | null
          starts_at: string
          team_id: string
          time_zone: string
          title: string
        }
        Update: {
          created_at?: string
          every_weeks?: number
          first_on?: string
          gate?: number | null
          id?: string
          intake_weeks?: number | null
          kind?: string
          length?: number
          minutes?: number
          places?: number | null
          request_key?: string | null
          starts_at?: string
          team_id?: string
          time_zone?: string
          title?: string
        }
        Relationships: [
          {
            foreignKeyName: "series_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      series_places: {
        Row: {
          asked_at: string
          id: string
          joined_on: string | null
          left_on: string | null
          name: string
          person_id: string | null
          series_id: string
          team_id: string
        }
        Insert: {
          asked_at?: string
          id?: string
          joined_on?: string | null
          left_on?: string | null
          name: string
          person_id?: string | null
          series_id: string
          team_id: string
        }
        Update: {
          asked_at?: string
          id?: string
          joined_on?: string | null
          left_on?: string | null
          name?: string
          person_id?: string | null
          series_id?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "series_places_person_id_fkey"
            columns: ["person_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "series_places_series_id_team_id_fkey"
            columns: ["series_id", "team_id"]
            referencedRelation: "series"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
      support_contacts: {
        Row: {
          id: string
          name: string
          note: string
          organisation_id: string
          position: number
          reach: string
        }
        Insert: {
          id?: string
          name: string
          note?: string
          organisation_id: string
          position: number
          reach: string
        }
        Update: {
          id?: string
          name?: string
          note?: string
          organisation_id?: string
          position?: number
          reach?: string
        }
        Relationships: [
          {
            foreignKeyName: "support_contacts_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      team_members: {
        Row: {
          joined_at: string
          person_id: string
          role: string
          team_id: string
        }
        Insert: {
          joined_at?: string
          person_id: string
          role?: string
          team_id: string
        }
        Update: {
          joined_at?: string
          person_id?: string
          role?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "team_members_person_id_fkey"
            columns: ["person_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "team_members_team_id_fkey"
            columns: ["team_id"]
            referencedRelation: "teams"
            referencedColumns: ["id"]
          },
        ]
      }
      teams: {
        Row: {
          created_at: string
          id: string
          name: string
          organisation_id: string
          time_zone: string
        }
        Insert: {
          created_at?: string
          id?: string
          name: string
          organisation_id: string
          time_zone?: string
        }
        Update: {
          created_at?: string
          id?: string
          name?: string
          organisation_id?: string
          time_zone?: string
        }
        Relationships: [
          {
            foreignKeyName: "teams_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      themes: {
        Row: {
          circle_id: string
          description: string
          id: string
          name: string
          position: number
          question_id: string
          team_id: string
        }
        Insert: {
          circle_id: string
          description?: string
          id?: string
          name: string
          position: number
          question_id: string
          team_id: string
        }
        Update: {
          circle_id?: string
          description?: string
          id?: string
          name?: string
          position?: number
          question_id?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "themes_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
          {
            foreignKeyName: "themes_question_id_circle_id_team_id_fkey"
            columns: ["question_id", "circle_id", "team_id"]
            referencedRelation: "questions"
            referencedColumns: ["id", "circle_id", "team_id"]
          },
        ]
      }
      training_attendance: {
        Row: {
          came: boolean
          day: number
          half: number
          late_minutes: number
          left_minutes: number
          noted_by: string
          organisation_id: string
          place_id: string
          training_id: string
        }
        Insert: {
          came: boolean
          day: number
          half: number
          late_minutes?: number
          left_minutes?: number
          noted_by?: string
          organisation_id: string
          place_id: string
          training_id: string
        }
        Update: {
          came?: boolean
          day?: number
          half?: number
          late_minutes?: number
          left_minutes?: number
          noted_by?: string
          organisation_id?: string
          place_id?: string
          training_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_attendance_place_id_training_id_fkey"
            columns: ["place_id", "training_id"]
            referencedRelation: "training_places"
            referencedColumns: ["id", "training_id"]
          },
          {
            foreignKeyName: "training_attendance_training_id_day_fkey"
            columns: ["training_id", "day"]
            referencedRelation: "training_days"
            referencedColumns: ["training_id", "day"]
          },
          {
            foreignKeyName: "training_attendance_training_id_organisation_id_fkey"
            columns: ["training_id", "organisation_id"]
            referencedRelation: "trainings"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      training_days: {
        Row: {
          afternoon_starts: string
          audience: string
          counted: number
          day: number
          held_on: string
          morning_starts: string
          organisation_id: string
          title: string
          training_id: string
        }
        Insert: {
          afternoon_starts?: string
          audience?: string
          counted?: number
          day: number
          held_on: string
          morning_starts?: string
          organisation_id: string
          title?: string
          training_id: string
        }
        Update: {
          afternoon_starts?: string
          audience?: string
          counted?: number
          day?: number
          held_on?: string
          morning_starts?: string
          organisation_id?: string
          title?: string
          training_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_days_training_id_organisation_id_fkey"
            columns: ["training_id", "organisation_id"]
            referencedRelation: "trainings"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      training_make_ups: {
        Row: {
          day: number
          half: number
          made_up_on: string
          made_up_where: string
          made_up_with: string
          organisation_id: string
          place_id: string
          training_id: string
        }
        Insert: {
          day: number
          half: number
          made_up_on: string
          made_up_where: string
          made_up_with: string
          organisation_id: string
          place_id: string
          training_id: string
        }
        Update: {
          day?: number
          half?: number
          made_up_on?: string
          made_up_where?: string
          made_up_with?: string
          organisation_id?: string
          place_id?: string
          training_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_make_ups_place_id_training_id_fkey"
            columns: ["place_id", "training_id"]
            referencedRelation: "training_places"
            referencedColumns: ["id", "training_id"]
          },
          {
            foreignKeyName: "training_make_ups_training_id_day_fkey"
            columns: ["training_id", "day"]
            referencedRelation: "training_days"
            referencedColumns: ["training_id", "day"]
          },
          {
            foreignKeyName: "training_make_ups_training_id_organisation_id_fkey"
            columns: ["training_id", "organisation_id"]
            referencedRelation: "trainings"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      training_notes: {
        Row: {
          day: number
          id: string
          kind: string
          organisation_id: string
          settled: boolean
          text: string
          training_id: string
          written_at: string
        }
        Insert: {
          day: number
          id?: string
          kind: string
          organisation_id: string
          settled?: boolean
          text: string
          training_id: string
          written_at?: string
        }
        Update: {
          day?: number
          id?: string
          kind?: string
          organisation_id?: string
          settled?: boolean
          text?: string
          training_id?: string
          written_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_notes_training_id_day_fkey"
            columns: ["training_id", "day"]
            referencedRelation: "training_days"
            referencedColumns: ["training_id", "day"]
          },
          {
            foreignKeyName: "training_notes_training_id_organisation_id_fkey"
            columns: ["training_id", "organisation_id"]
            referencedRelation: "trainings"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      training_places: {
        Row: {
          email: string
          id: string
          kind: string
          name: string
          organisation_id: string
          person_id: string | null
          secret_hash: string | null
          signed_up_on: string
          state: string
          training_id: string
          turn: number
          workplace: string
        }
        Insert: {
          email?: string
          id?: string
          kind: string
          name: string
          organisation_id: string
          person_id?: string | null
          secret_hash?: string | null
          signed_up_on?: string
          state: string
          training_id: string
          turn?: never
          workplace?: string
        }
        Update: {
          email?: string
          id?: string
          kind?: string
          name?: string
          organisation_id?: string
          person_id?: string | null
          secret_hash?: string | null
          signed_up_on?: string
          state?: string
          training_id?: string
          turn?: never
          workplace?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_places_person_id_fkey"
            columns: ["person_id"]
            referencedRelation: "people"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "training_places_training_id_organisation_id_fkey"
            columns: ["training_id", "organisation_id"]
            referencedRelation: "trainings"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      training_sessions: {
        Row: {
          actual_minutes: number | null
          day: number
          ended_at: string | null
          format: string
          half: number
          id: string
          minutes: number
          organisation_id: string
          position: number
          session_key: string | null
          started_at: string | null
          subject: string | null
          title: string
          trainers: string
          training_id: string
        }
        Insert: {
          actual_minutes?: number | null
          day: number
          ended_at?: string | null
          format: string
          half: number
          id?: string
          minutes: number
          organisation_id: string
          position: number
          session_key?: string | null
          started_at?: string | null
          subject?: string | null
          title: string
          trainers?: string
          training_id: string
        }
        Update: {
          actual_minutes?: number | null
          day?: number
          ended_at?: string | null
          format?: string
          half?: number
          id?: string
          minutes?: number
          organisation_id?: string
          position?: number
          session_key?: string | null
          started_at?: string | null
          subject?: string | null
          title?: string
          trainers?: string
          training_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "training_sessions_training_id_day_fkey"
            columns: ["training_id", "day"]
            referencedRelation: "training_days"
            referencedColumns: ["training_id", "day"]
          },
          {
            foreignKeyName: "training_sessions_training_id_organisation_id_fkey"
            columns: ["training_id", "organisation_id"]
            referencedRelation: "trainings"
            referencedColumns: ["id", "organisation_id"]
          },
        ]
      }
      trainings: {
        Row: {
          contact: string
          copied_from: string | null
          created_at: string
          curriculum_id: string
          days_needed: number
          id: string
          learned: string
          link: string
          make_ups_count: boolean
          most_missed: number
          open_places: number
          organisation_id: string
          places: number
          request_key: string
          sign_up_code: string
          sign_up_open: boolean
          time_zone: string
          timetable_version: number
          title: string
          trainers: string[]
          venue: string
        }
        Insert: {
          contact?: string
          copied_from?: string | null
          created_at?: string
          curriculum_id: string
          days_needed: number
          id?: string
          learned?: string
          link?: string
          make_ups_count?: boolean
          most_missed?: number
          open_places?: number
          organisation_id: string
          places?: number
          request_key?: string
          sign_up_code?: string
          sign_up_open?: boolean
          time_zone?: string
          timetable_version?: number
          title: string
          trainers?: string[]
          venue?: string
        }
        Update: {
          contact?: string
          copied_from?: string | null
          created_at?: string
          curriculum_id?: string
          days_needed?: number
          id?: string
          learned?: string
          link?: string
          make_ups_count?: boolean
          most_missed?: number
          open_places?: number
          organisation_id?: string
          places?: number
          request_key?: string
          sign_up_code?: string
          sign_up_open?: boolean
          time_zone?: string
          timetable_version?: number
          title?: string
          trainers?: string[]
          venue?: string
        }
        Relationships: [
          {
            foreignKeyName: "trainings_copied_from_fkey"
            columns: ["copied_from"]
            referencedRelation: "trainings"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "trainings_curriculum_id_organisation_id_fkey"
            columns: ["curriculum_id", "organisation_id"]
            referencedRelation: "curricula"
            referencedColumns: ["id", "organisation_id"]
          },
          {
            foreignKeyName: "trainings_organisation_id_fkey"
            columns: ["organisation_id"]
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      wellbeing_notes: {
        Row: {
          circle_id: string
          note: string
          team_id: string
        }
        Insert: {
          circle_id: string
          note: string
          team_id: string
        }
        Update: {
          circle_id?: string
          note?: string
          team_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "wellbeing_notes_circle_id_team_id_fkey"
            columns: ["circle_id", "team_id"]
            referencedRelation: "circles"
            referencedColumns: ["id", "team_id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      add_organisation_key: {
        Args: { p_key: string; p_organisation: string; p_public_key: Json }
        Returns: undefined
      }
      add_place: {
        Args: {
          p_email: string
          p_kind: string
          p_name: string
          p_secret_hash: string
          p_training: string
          p_workplace: string
        }
        Returns: Json
      }
      admit_to_series: {
        Args: { p_on: string; p_series: string }
        Returns: number
      }
      adopt_proposal: {
        Args: { p_proposal: string; p_review_on: string }
        Returns: number
      }
      at_the_door: {
        Args: {
          p_code: string
          p_day: number
          p_email: string
          p_half: number
          p_place: string
          p_secret_hash: string
          p_training: string
        }
        Returns: Json
      }
      attendance_figures: {
        Args: { p_circle: string }
        Returns: {
          people: number
          status: string
        }[]
      }
      back_in_line: { Args: { p_place: string }; Returns: boolean }
      ballots_of: {
        Args: { p_round: string }
        Returns: {
          nullifier: string
          sealed: string
        }[]
      }
      cast_ballot: {
        Args: { p_nullifier: string; p_round: string; p_sealed: string }
        Returns: string
      }
      certificate_issuer: { Args: { p_organisation: string }; Returns: Json }
      certificate_key: { Args: { p_key: string }; Returns: Json }
      certificate_status: { Args: { p_certificate: string }; Returns: Json }
      certificates_to_sign: {
        Args: Record<PropertyKey, never>
        Returns: {
          begins_on: string
          days: number
          days_counted: number
          days_needed: number
          ends_on: string
          hours: number
          id: string
          issued_on: string
          key_id: string | null
          make_ups_count: boolean
          name: string
          organisation: string
          organisation_id: string
          place_id: string | null
          revoked_on: string | null
          revoked_why: string
          signed: string | null
          subjects: string[]
          trainers: string[]
          training: string
          training_id: string | null
        }[]
        SetofOptions: {
          from: "*"
          to: "certificates"
          isOneToOne: false
          isSetofReturn: true
        }
      }
      change_coding: {
        Args: {
          p_label: string
          p_ops: Json
          p_question: string
          p_version: number
        }
        Returns: number
      }
      claim_place: { Args: { p_secret_hash: string }; Returns: string }
      close_action: {
        Args: { p_action: string; p_let_go?: boolean; p_outcome: string }
        Returns: boolean
      }
      door: {
        Args: {
          p_code: string
          p_day: number
          p_half: number
          p_training: string
        }
        Returns: Json
      }
      door_code: {
        Args: { p_day: number; p_half: number; p_training: string }
        Returns: Json
      }
      due_evaluations: {
        Args: Record<PropertyKey, never>
        Returns: {
          evaluation_id: string
          overdue: boolean
          seal_fingerprint: string
          statements: number
          step: string
        }[]
      }
      due_rounds: {
        Args: Record<PropertyKey, never>
        Returns: {
          built_in: boolean
          definition: Json
          overdue: boolean
          round_id: string
          seal_fingerprint: string
          step: string
        }[]
      }
      give_place_back: {
        Args: { p_place: string; p_secret_hash: string }
        Returns: string
      }
      import_circle: {
        Args: { p_key: string; p_record: Json; p_team: string }
        Returns: string
      }
      import_meeting_record: {
        Args: { p_key: string; p_record: Json; p_team: string }
        Returns: string
      }
      issue_certificate: { Args: { p_place: string }; Returns: string }
      join_by_link: { Args: { p_token: string }; Returns: Json }
      keep_file: {
        Args: {
          p_file?: string
          p_note?: string
          p_organisation: string
          p_title?: string
          p_version: Json
        }
        Returns: string
      }
      keys_to_sign_with: { Args: { p_organisation: string }; Returns: string[] }
      letters_sent: {
        Args: { p_kind: string; p_round: string }
        Returns: undefined
      }
      live_access: {
        Args: { p_circle: string }
        Returns: {
          can_write: boolean
          circle_state: string
          display_name: string
          role: string
          team_id: string
        }[]
      }
      load_live: { Args: { p_circle: string }; Returns: string }
      load_note: { Args: { p_note: string }; Returns: string }
      look_at_join_link: { Args: { p_token: string }; Returns: Json }
      my_place_in_line: {
        Args: { p_series: string }
        Returns: {
          before_me: number
          free_places: number
        }[]
      }
      my_training_places: {
        Args: Record<PropertyKey, never>
        Returns: {
          evaluation_open: boolean
          kind: string
          last_day: string
          next_day: string
          organisation: string
          place: string
          state: string
          training: string
        }[]
      }
      note_access: {
        Args: { p_note: string }
        Returns: {
          can_write: boolean
          circle_id: string
          circle_state: string
          display_name: string
          recorder_id: string
          team_id: string
        }[]
      }
      open_evaluation: {
        Args: {
          p_evaluation: string
          p_seal: string
          p_seal_fingerprint: string
          p_sign: string
          p_sign_fingerprint: string
        }
        Returns: string
      }
      open_or_close_circle: {
        Args: { p_circle: string; p_held_on?: string[]; p_to: string }
        Returns: boolean
      }
      open_round: {
        Args: {
          p_definition: Json
          p_round: string
          p_seal: string
          p_seal_fingerprint: string
          p_sign: string
          p_sign_fingerprint: string
          p_version: number
        }
        Returns: string
      }
      organisation_levels: {
        Args: { p_organisation: string }
        Returns: {
          definition: string
          enough: boolean
          help: Json
          levels: Json
        }[]
      }
      orphaned_files: { Args: Record<PropertyKey, never>; Returns: string[] }
      place_of: {
        Args: { p_place: string; p_secret_hash: string }
        Returns: Json
      }
      plan_circle: {
        Args: {
          p_circle: Json
          p_groups: Json
          p_items: Json
          p_key: string
          p_questions: Json
          p_team: string
        }
        Returns: string
      }
      plan_training: {
        Args: {
          p_curriculum: string
          p_days: Json
          p_key: string
          p_organisation: string
          p_sessions: Json
          p_training: Json
        }
        Returns: string
      }
      publish_evaluation: {
        Args: {
          p_counts: Json
          p_enough: boolean
          p_evaluation: string
          p_key_lost?: boolean
          p_receipts: string[]
          p_respondents: number
        }
        Returns: string
      }
      publish_report: {
        Args: {
          p_circle: string
          p_content: Json
          p_quotes_agreed: boolean
          p_tables: Json
          p_version: number
        }
        Returns: number
      }
      publish_round: {
        Args: {
          p_enough: boolean
          p_help: Json
          p_key_lost?: boolean
          p_levels: Json
          p_receipts: string[]
          p_round: string
        }
        Returns: string
      }
      reopen_action: { Args: { p_action: string }; Returns: boolean }
      retention_due: {
        Args: { p_until: string }
        Returns: {
          kind: string
          last_day: string
          leaves_on: string
          organisation: string
          team: string
          what: string
        }[]
      }
      retention_preview: {
        Args: { p_organisation: string; p_until: string }
        Returns: {
          kind: string
          last_day: string
          leaves_on: string
          not_before: string
          team: string
          what: string
        }[]
      }
      revoke_certificate: {
        Args: { p_certificate: string; p_why: string }
        Returns: undefined
      }
      revoked_certificates: {
        Args: { p_organisation: string }
        Returns: string[]
      }
      run_retention: {
        Args: { p_today: string }
        Returns: {
          removed: number
          what: string
        }[]
      }
      run_training_retention: {
        Args: { p_preview?: boolean; p_today: string }
        Returns: number
      }
      save_agenda: {
        Args: { p_circle: string; p_items: Json; p_version: number }
        Returns: number
      }
      save_attendance: {
        Args: { p_circle: string; p_figures: Json; p_rows: Json }
        Returns: undefined
      }
      save_record: {
        Args: { p_circle: string; p_record: Json; p_version: number }
        Returns: number
      }
      save_timetable: {
        Args: { p_sessions: Json; p_training: string; p_version: number }
        Returns: number
      }
      save_training_days: {
        Args: { p_days: Json; p_remove?: number; p_training: string }
        Returns: undefined
      }
      schedule_round: {
        Args: {
          p_built_in: boolean
          p_closes: string
          p_key: string
          p_opens: string
          p_scale: string
          p_team: string
          p_version: number
        }
        Returns: string
      }
      set_series_roles: {
        Args: { p_roles: Json; p_series: string }
        Returns: number
      }
      settle_place: {
        Args: {
          p_expected?: string
          p_kind?: string
          p_place: string
          p_state: string
        }
        Returns: string
      }
      sign_certificate: {
        Args: { p_certificate: string; p_key: string; p_signed: string }
        Returns: string
      }
      sign_up: {
        Args: {
          p_code: string
          p_email: string
          p_kind: string
          p_name: string
          p_secret_hash: string
          p_workplace: string
        }
        Returns: Json
      }
      start_organisation: {
        Args: { p_name: string; p_team: string; p_time_zone?: string }
        Returns: string
      }
      start_series: {
        Args: {
          p_groups: Json
          p_items: Json
          p_key: string
          p_questions: Json
          p_series: Json
          p_starts: string[]
          p_team: string
        }
        Returns: string
      }
      store_live: {
        Args: { p_circle: string; p_run: Json; p_state: string }
        Returns: undefined
      }
      store_note: {
        Args: { p_body: string; p_items: Json; p_note: string; p_state: string }
        Returns: undefined
      }
      take_evaluation_token: {
        Args: {
          p_blinded_hash: string
          p_evaluation: string
          p_place: string
          p_secret_hash: string
        }
        Returns: string
      }
      take_letters: {
        Args: { p_restarted: boolean }
        Returns: {
          closes_at: string
          email: string
          kind: string
          round_id: string
          time_zone: string
        }[]
      }
      take_token: {
        Args: { p_blinded_hash: string; p_round: string }
        Returns: string
      }
      theme_counts: {
        Args: { p_circle: string }
        Returns: {
          comments: number
          distinct_comments: number
          groups: number
          name: string
          number: number
          position: number
          question_id: string
          theme_id: string
        }[]
      }
      training_by_code: { Args: { p_code: string }; Returns: Json }
      undo_coding: {
        Args: { p_question: string; p_redo?: boolean; p_version: number }
        Returns: number
      }
      use_in_circle: {
        Args: { p_circle: string; p_item: Json; p_questions: Json }
        Returns: boolean
      }
      walk_in: {
        Args: {
          p_code: string
          p_day: number
          p_email: string
          p_half: number
          p_name: string
          p_secret_hash: string
          p_training: string
          p_workplace: string
        }
        Returns: Json
      }
      withdraw_proposal: { Args: { p_proposal: string }; Returns: boolean }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {},
  },
} as const
