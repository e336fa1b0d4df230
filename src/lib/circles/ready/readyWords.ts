import * as m from '../../paraglide/messages.js';
import type { ReadyPrompt, Suggestion } from './readiness.ts';

/** The prompts with their answers, as they are read. */
export const readyWords: Record<ReadyPrompt, { ask: () => string; answers: Record<string, () => string> }> = {
  body: {
    ask: m.circles_ready_body,
    answers: {
      rested: m.circles_ready_body_rested,
      tired: m.circles_ready_body_tired,
      unwell: m.circles_ready_body_unwell
    }
  },
  mood: {
    ask: m.circles_ready_mood,
    answers: {
      settled: m.circles_ready_mood_settled,
      stirred: m.circles_ready_mood_stirred,
      low: m.circles_ready_mood_low
    }
  },
  carry: {
    ask: m.circles_ready_carry,
    answers: {
      light: m.circles_ready_carry_light,
      aside: m.circles_ready_carry_aside,
      close: m.circles_ready_carry_close
    }
  },
  partner: {
    ask: m.circles_ready_partner,
    answers: {
      talked: m.circles_ready_partner_talked,
      ask: m.circles_ready_partner_ask,
      alone: m.circles_ready_partner_alone
    }
  },
  hold: {
    ask: m.circles_ready_hold,
    answers: {
      yes: m.circles_ready_hold_yes,
      beside: m.circles_ready_hold_beside,
      unsure: m.circles_ready_hold_unsure
    }
  },
  after: {
    ask: m.circles_ready_after,
    answers: { known: m.circles_ready_after_known, unknown: m.circles_ready_after_unknown }
  }
};

/** What might help, said to oneself. */
export const suggestionWords: Record<Suggestion, () => string> = {
  body_tired: m.circles_ready_try_body_tired,
  body_unwell: m.circles_ready_try_body_unwell,
  mood_stirred: m.circles_ready_try_mood_stirred,
  mood_low: m.circles_ready_try_mood_low,
  carry_aside: m.circles_ready_try_carry_aside,
  carry_close: m.circles_ready_try_carry_close,
  partner_ask: m.circles_ready_try_partner_ask,
  partner_alone: m.circles_ready_try_partner_alone,
  hold_beside: m.circles_ready_try_hold_beside,
  hold_unsure: m.circles_ready_try_hold_unsure,
  after_unknown: m.circles_ready_try_after_unknown
};
