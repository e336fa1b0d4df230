import { error, fail, isHttpError, isRedirect, type ActionFailure } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages';

/** What PostgREST (and the embedded backend) answers when a query is refused. */
export type DatabaseFault = { code: string; message: string; hint?: string | null; details?: string | null };

/** A rule was broken that has a sentence for the person. `hint` is the name in docs/errors.md. */
export class RuleBroken extends Error {
  readonly status: number;
  readonly hint: string;
  constructor(status: number, hint: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.hint = hint;
  }
}

const SENTENCES: Record<string, () => string> = {
  last_lead: m.server_last_lead,
  last_admin: m.server_last_admin,
  circle_state: m.server_circle_state,
  circle_closed: m.server_circle_closed,
  stale_agenda: m.server_stale_agenda,
  stale_coding: m.server_stale_coding,
  stale_report: m.server_stale_report,
  report_counts: m.server_report_counts,
  theme_in_use: m.server_theme_in_use,
  recorder: m.server_recorder,
  stale_record: m.server_stale_record,
  not_in_team: m.server_not_in_team,
  no_outcome: m.server_no_outcome,
  proposal_closed: m.server_proposal_closed,
  stale_proposal: m.server_stale_proposal,
  no_support_contacts: m.server_no_support_contacts,
  round_planned: m.server_round_planned,
  round_start: m.server_round_start,
  round_length: m.server_round_length,
  round_too_soon: m.server_round_too_soon,
  no_such_scale: m.server_no_such_scale,
  files_full: m.server_files_full,
  training_full: m.server_training_full,
  place_changed: m.server_place_changed,
  place_asked: m.server_place_asked,
  stale_timetable: m.server_stale_timetable,
  days_order: m.server_days_order,
  day_in_use: m.server_day_in_use,
  training_days: m.server_training_days,
  curriculum_draft: m.server_curriculum_draft,
  curriculum_published: m.server_curriculum_published,
  training_not_completed: m.server_training_not_completed,
  training_ahead: m.server_training_ahead,
  evaluation_counts: m.server_evaluation_counts,
  evaluation_start: m.server_evaluation_start,
  evaluation_overlap: m.server_evaluation_overlap
};

// A value no rule has a sentence for, or a row it belongs to that is not there (any more).
// 22021 and 22P05: a sign that no text can hold, such as one of code 0.
const NOT_VALID = ['22023', '22P02', '23514', '22001', '23502', '23503', '22021', '22P05'];

/** Throws what a store's query was refused for: typed, with the sentence a person reads. Codes: docs/errors.md. */
export function mustWork<T>(result: { data: T; error: DatabaseFault | null }): NonNullable<T> {
  const { data, error: fault } = result;
  if (!fault) return data as NonNullable<T>;
  throw ruleFor(fault);
}

export function ruleFor(fault: DatabaseFault): RuleBroken {
  const sentence = fault.hint ? SENTENCES[fault.hint] : undefined;
  if (sentence) return new RuleBroken(statusOf(fault.code), fault.hint ?? '', sentence());
  if (fault.code === '42501' || fault.code === 'PGRST301')
    return new RuleBroken(403, 'not_allowed', m.server_not_allowed());
  if (fault.code === 'PGRST116' || fault.code === 'PT404')
    return new RuleBroken(404, 'not_found', m.server_not_found());
  if (fault.code === '23505') return new RuleBroken(409, 'already_there', m.server_already_there());
  if (fault.code === 'PT409') return new RuleBroken(409, 'changed_meanwhile', m.server_changed_meanwhile());
  if (fault.code === 'PT429') return new RuleBroken(429, 'too_many', m.server_too_many());
  if (NOT_VALID.includes(fault.code)) return new RuleBroken(400, 'not_valid', m.server_not_valid());
  throw new Error(`the database refused a query (${fault.code})`);
}

function statusOf(code: string): number {
  const stated = /^PT(\d{3})$/.exec(code)?.[1];
  return stated ? Number(stated) : 400;
}

/** For a load: a broken rule becomes the error page of its kind. */
export async function orErrorPage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (broken) {
    if (broken instanceof RuleBroken) error(broken.status, { message: broken.message, id: '' });
    throw broken;
  }
}

/** For a form action: a broken rule becomes a message above the form, with what was typed kept. */
export async function orFormMessage<T, V extends Record<string, unknown>>(
  values: V,
  work: () => Promise<T>
): Promise<T | ActionFailure<{ values: V; errors: Record<string, string>; message: string }>> {
  try {
    return await work();
  } catch (broken) {
    if (isRedirect(broken) || isHttpError(broken)) throw broken;
    if (broken instanceof RuleBroken) return fail(broken.status, { values, errors: {}, message: broken.message });
    throw broken;
  }
}
