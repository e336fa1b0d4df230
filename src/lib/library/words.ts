import * as m from '../paraglide/messages.js';
import type { DocumentKind, PracticeSort, QuestionStep } from './schema.ts';

/** A kind of document, many of them. */
export const kindWord = (kind: DocumentKind): string =>
  ({
    practice: m.library_practices,
    scenario: m.library_scenarios,
    section: m.library_sections,
    handout: m.library_handouts,
    visual: m.library_visuals
  })[kind]();

/** A kind of document, one of them. */
export const oneOfKind = (kind: DocumentKind): string =>
  ({
    practice: m.library_kind_practice,
    scenario: m.library_kind_scenario,
    section: m.library_kind_section,
    handout: m.library_kind_handout,
    visual: m.library_kind_visual
  })[kind]();

export const sortWord = (sort: PracticeSort): string =>
  ({
    breath: m.library_sort_breath,
    body: m.library_sort_body,
    attention: m.library_sort_attention,
    letting_go: m.library_sort_letting_go,
    gratitude: m.library_sort_gratitude,
    boundary: m.library_sort_boundary,
    after_hard_call: m.library_sort_after_hard_call,
    between_clients: m.library_sort_between_clients,
    end_of_shift: m.library_sort_end_of_shift,
    together: m.library_sort_together
  })[sort]();

export const stepWord = (step: QuestionStep): string =>
  ({
    notice: m.library_field_notice,
    understand: m.library_field_understand,
    wish: m.library_field_wish,
    discern: m.library_field_discern,
    act: m.library_field_act
  })[step]();
