import { z } from 'zod';

/**
 * Every variable the server reads, declared once. A wrong one stops the start with a sentence.
 * Which backend runs follows from what is set: PUBLIC_SUPABASE_URL → that Supabase project; DATABASE_URL → the embedded
 * backend on that PostgreSQL; nothing → the embedded backend on PGlite in DATA_DIR, with the demo organisation.
 */
const schema = z
  .object({
    DATA_DIR: z.string().min(1).default('./data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'starts with postgres://')
      .optional(),
    PUBLIC_SUPABASE_URL: z.url('is a full address such as https://example.supabase.co').optional(),
    PUBLIC_SUPABASE_PUBLISHABLE_KEY: z.string().min(10, 'is the publishable key of the project').optional(),
    SUPABASE_SECRET_KEY: z.string().min(10, 'is the secret key of the project').optional(),
    /** Where people reach the server, for links and e-mails; guessed from the request when it is not set. */
    ORIGIN: z.url('is a full address such as https://circlewell.example.org').optional(),
    /** Another name of this server that answers are sent to, so that no cookie of the pages can come along. */
    PUBLIC_BALLOT_ORIGIN: z
      .url('is a full address such as https://ballots.example.org')
      .refine((address) => new URL(address).origin === address, 'is an address without a path or a slash at its end')
      .optional(),
    /** Where the private keys of open check-in rounds are; DATA_DIR/keys when it is not set. Leave it out of every backup. */
    CHECKIN_KEYS_DIR: z.string().min(1).optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\//, 'starts with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z.string().min(3).default('Circlewell <circlewell@localhost>'),
    /** "off" leaves the demo organisation out of a fresh embedded database. */
    DEMO: z.enum(['on', 'off']).optional(),
    /** The session cookie is sent over https only; set to "off" when people reach the server over plain http on purpose. */
    SECURE_COOKIES: z.enum(['on', 'off']).optional(),
    LOG: z.enum(['all', 'errors', 'off']).default('errors')
  })
  .superRefine((env, context) => {
    if (env.PUBLIC_SUPABASE_URL && !(env.PUBLIC_SUPABASE_PUBLISHABLE_KEY && env.SUPABASE_SECRET_KEY)) {
      context.addIssue({
        code: 'custom',
        path: ['PUBLIC_SUPABASE_URL'],
        message: 'needs PUBLIC_SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY beside it'
      });
    }
    if (env.PUBLIC_SUPABASE_URL && env.DATABASE_URL) {
      context.addIssue({
        code: 'custom',
        path: ['DATABASE_URL'],
        message: 'and PUBLIC_SUPABASE_URL are both set; keep one, so that it is clear where the data is'
      });
    }
    if (env.DEMO === 'on' && (env.PUBLIC_SUPABASE_URL || env.DATABASE_URL)) {
      context.addIssue({
        code: 'custom',
        path: ['DEMO'],
        message: 'is only for the embedded database: its passwords are public'
      });
    }
  });

export type Env = z.infer<typeof schema>;

/** Its message is a sentence for whoever starts the server. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** @throws EnvError with one sentence a variable. Empty values count as not set. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(set);
  if (result.success) return result.data;
  throw new EnvError(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'));
}
