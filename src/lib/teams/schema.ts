import { z } from 'zod';
import * as m from '../paraglide/messages.js';
import { linkDays } from './joinLink.ts';
import { isJoinSecret, secretIn } from './joinSecret.ts';
import { tidyLine, tidyName } from './name.ts';
import { passwordLeast, passwordMost } from './passwordLength.ts';
import { isTimeZone } from './timeZone.ts';

// The database counts the same limits (supabase/migrations).

const named = (most: number, missing: () => string) =>
  z
    .string({ error: missing })
    .transform(tidyName)
    .pipe(
      z
        .string()
        .min(1, { error: missing })
        .max(most, { error: () => m.teams_error_long({ max: most }) })
    );

const line = (most: number, missing: () => string, least: 0 | 1) =>
  z
    .string({ error: missing })
    .transform(tidyLine)
    .pipe(
      z
        .string()
        .min(least, { error: missing })
        .max(most, { error: () => m.teams_error_long({ max: most }) })
    );

const email = z
  .string({ error: () => m.teams_error_email() })
  .trim()
  .toLowerCase()
  .max(254, { error: () => m.teams_error_email() })
  .pipe(z.email({ error: () => m.teams_error_email() }));

const newPassword = z
  .string({ error: () => m.teams_error_password_short({ least: passwordLeast }) })
  .min(passwordLeast, { error: () => m.teams_error_password_short({ least: passwordLeast }) })
  .refine((text) => new TextEncoder().encode(text).length <= passwordMost, {
    error: () => m.teams_error_password_long({ most: passwordMost })
  });

const givenPassword = z.string({ error: () => m.teams_error_password_missing() }).min(1, {
  error: () => m.teams_error_password_missing()
});

const code = z
  .string({ error: () => m.teams_error_code() })
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: () => m.teams_error_code() }));

const timeZone = z
  .string({ error: () => m.teams_error_zone() })
  .refine(isTimeZone, { error: () => m.teams_error_zone() });

const personName = named(80, () => m.teams_error_name());
const teamName = named(120, () => m.teams_error_team());
const organisationName = named(120, () => m.teams_error_organisation());
const row = z.uuid({ error: () => m.teams_error_row() });

export const signUpSchema = z.object({ name: personName, email, password: newPassword });
export const signInSchema = z.object({ email, password: givenPassword });
export const askForCodeSchema = z.object({ email });
export const codeSchema = z.object({ email, code });
export const resetSchema = z.object({ email, code, password: newPassword });
export const nameSchema = z.object({ name: personName });
export const changePasswordSchema = z.object({ current: givenPassword, password: newPassword });

export const startSchema = z.object({ organisation: organisationName, team: teamName, timeZone });
export const teamSchema = z.object({ team: teamName, timeZone });
export const memberSchema = z.object({ person: row });
export const memberRoleSchema = z.object({ person: row, role: z.enum(['lead', 'member']) });

const invitation = {
  days: z.coerce
    .number()
    .refine((days) => linkDays.some((known) => known === days), { error: () => m.teams_error_days() }),
  maxUses: z.coerce
    .number({ error: () => m.teams_error_uses() })
    .int({ error: () => m.teams_error_uses() })
    .min(1, { error: () => m.teams_error_uses() })
    .max(500, { error: () => m.teams_error_uses() })
};
export const teamInviteSchema = z.object({
  role: z.enum(['member', 'lead'], { error: () => m.teams_error_role() }),
  ...invitation
});
export const organisationInviteSchema = z.object({
  role: z.enum(['trainer', 'admin'], { error: () => m.teams_error_role() }),
  ...invitation
});
export const linkSchema = z.object({ link: row });

/** A pasted link or code, made into its secret. */
export const pastedLinkSchema = z.object({
  link: z
    .string({ error: () => m.teams_error_link() })
    .transform((text) => secretIn(text) ?? '')
    .refine(isJoinSecret, { error: () => m.teams_error_link() })
});

/** What the database says of a link, in a word; `ok` carries what it leads to. */
export const joinLookSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ok'),
    role: z.enum(['member', 'lead', 'trainer', 'admin']),
    team_id: z.string().nullable(),
    organisation: z.string(),
    team: z.string().nullable(),
    already: z.boolean()
  }),
  z.object({ status: z.enum(['unknown', 'expired', 'revoked', 'full', 'too_many']) })
]);

export const organisationSchema = z.object({ name: organisationName });
export const standingSchema = z.object({
  person: row,
  standing: z.enum(['admin', 'trainer']),
  given: z.enum(['yes', 'no'])
});
export const contactSchema = z.object({
  name: named(120, () => m.teams_error_contact_name()),
  reach: line(200, () => m.teams_error_contact_reach(), 1),
  note: line(300, () => m.teams_error_contact_reach(), 0).default('')
});
export const contactRowSchema = z.object({ contact: row });
export const contactMoveSchema = z.object({ contact: row, way: z.enum(['up', 'down']) });

export type SignUp = z.infer<typeof signUpSchema>;
export type Start = z.infer<typeof startSchema>;
export type Contact = z.infer<typeof contactSchema>;
