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
      agreements: {
        Row: {
          adopted_at: string
          adopted_by: string | null
          id: string
          lines: NonNullable<Json>
          review_on: string | null
          team_id: string
          version: number
        }
        Insert: {
          adopted_at?: string
          adopted_by?: string | null
          id?: string
          lines: NonNullable<Json>
          review_on?: string | null
          team_id: string
          version: number
        }
        Update: {
          adopted_at?: string
          adopted_by?: string | null
          id?: string
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
          planned_minutes: number
          request_key: string | null
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
          planned_minutes?: number
          request_key?: string | null
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
          planned_minutes?: number
          request_key?: string | null
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
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      change_coding: {
        Args: {
          p_label: string
          p_ops: Json
          p_question: string
          p_version: number
        }
        Returns: number
      }
      import_circle: {
        Args: { p_key: string; p_record: Json; p_team: string }
        Returns: string
      }
      join_by_link: { Args: { p_token: string }; Returns: Json }
      load_note: { Args: { p_note: string }; Returns: string }
      look_at_join_link: { Args: { p_token: string }; Returns: Json }
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
      save_agenda: {
        Args: { p_circle: string; p_items: Json; p_version: number }
        Returns: number
      }
      start_organisation: {
        Args: { p_name: string; p_team: string; p_time_zone?: string }
        Returns: string
      }
      store_note: {
        Args: { p_body: string; p_items: Json; p_note: string; p_state: string }
        Returns: undefined
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
      undo_coding: {
        Args: { p_question: string; p_redo?: boolean; p_version: number }
        Returns: number
      }
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
