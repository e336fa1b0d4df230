import { z } from 'zod';
import { instantOf } from '../../agenda/clock.ts';
import * as m from '../../paraglide/messages.js';

const DAY = 86_400_000;

/** How long a round may be open, in days of 24 hours; the database allows 7 to 28. */
export const roundLengths = ['7', '10', '14', '21', '28'] as const;

/** Rounds that open on a day do so at this hour on the team's clocks. */
export const OPENING_TIME = '08:00';

/**
 * The form that plans a round. Gives the two instants; a round that opens now opens when the server next looks, within
 * half a minute.
 * @param zone the team's time zone
 * @param now milliseconds since 1970
 */
export const planRoundSchema = (zone: string, now: number) =>
  z
    .object({
      opens: z.enum(['now', 'day'], { error: () => m.checkins_team_error_opens() }),
      date: z.string().default(''),
      days: z.enum(roundLengths, { error: () => m.checkins_team_error_days() }),
      /** `built-in`, or key/version of a scale of the organisation. */
      scale: z
        .string()
        .regex(/^(built-in|[a-z][a-z0-9-]{0,39}\/\d{1,4})$/, { error: () => m.checkins_team_error_scale() }),
      /** The form's own key, so that the same form sent twice plans one round. */
      key: z.uuid()
    })
    .transform(({ opens, date, days, scale, key }, context) => {
      const opensAt = opens === 'now' ? now : instantOf({ date, time: OPENING_TIME }, zone);
      if (opensAt === null || (opens === 'day' && opensAt < now)) {
        const message = opensAt === null ? m.checkins_team_error_date() : m.checkins_team_error_date_past();
        context.addIssue({ code: 'custom', path: ['date'], message });
        return z.NEVER;
      }
      const [name, version] = scale.split('/');
      return {
        key,
        opensAt,
        closesAt: opensAt + Number(days) * DAY,
        scale: version ? { key: name!, version: Number(version) } : null
      };
    });

export type PlannedRound = z.infer<ReturnType<typeof planRoundSchema>>;

export const MOST_ANSWER = 1000;

/** A lead's answer to a published level; `action`: the team's list of actions gets it too. */
export const levelAnswerSchema = z
  .object({
    about: z.string().min(1).max(40),
    text: z
      .string()
      .trim()
      .min(1, { error: () => m.checkins_team_error_answer() })
      .max(MOST_ANSWER, { error: () => m.checkins_team_error_answer_long({ max: MOST_ANSWER }) }),
    action: z
      .literal('on')
      .optional()
      .transform((ticked) => ticked === 'on'),
    key: z.uuid()
  })
  .refine(({ action, text }) => !action || text.length <= 500, {
    path: ['text'],
    error: () => m.checkins_team_error_action_long({ max: 500 })
  });
