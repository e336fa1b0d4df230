import { describe, expect, it } from 'vitest';
import { EnvError, readEnv } from './env.ts';

const project = {
  PUBLIC_SUPABASE_URL: 'https://example.supabase.co',
  PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1234',
  SUPABASE_SECRET_KEY: 'sb_secret_1234'
};
const database = 'postgres://someone@localhost/circlewell';

function sentencesFor(source: Record<string, string | undefined>): string[] {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return error.message.split('\n');
  }
}

describe('the environment', () => {
  it('may be empty: then it is the embedded database in ./data', () => {
    expect(readEnv({})).toEqual({ DATA_DIR: './data', MAIL_FROM: 'Circlewell <circlewell@localhost>', LOG: 'errors' });
  });

  it.each([
    ['PostgreSQL', { DATABASE_URL: database }],
    ['PostgreSQL, as some write it', { DATABASE_URL: 'postgresql://db/circlewell' }],
    ['a Supabase project', project],
    ['another name for answers', { PUBLIC_BALLOT_ORIGIN: 'https://ballots.example', CHECKIN_KEYS_DIR: '/run/keys' }],
    [
      'everything else',
      { ORIGIN: 'https://x.example', SMTP_URL: 'smtps://mail.example', DEMO: 'off', SECURE_COOKIES: 'off', LOG: 'all' }
    ]
  ])('takes %s', (_, source) => {
    expect(readEnv(source)).toMatchObject(source);
  });

  it('counts an empty variable as not set, and lets others’ variables be', () => {
    expect(readEnv({ DATABASE_URL: '', DEMO: '', LOG: '', PATH: '/bin', HOME: undefined })).toEqual(readEnv({}));
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db/circlewell' }, 'DATABASE_URL starts with postgres://.'],
    [
      'PUBLIC_SUPABASE_URL',
      { ...project, PUBLIC_SUPABASE_URL: 'example' },
      'PUBLIC_SUPABASE_URL is a full address such as https://example.supabase.co.'
    ],
    [
      'the publishable key',
      { ...project, PUBLIC_SUPABASE_PUBLISHABLE_KEY: 'short' },
      'PUBLIC_SUPABASE_PUBLISHABLE_KEY is the publishable key of the project.'
    ],
    [
      'the secret key',
      { ...project, SUPABASE_SECRET_KEY: 'short' },
      'SUPABASE_SECRET_KEY is the secret key of the project.'
    ],
    ['ORIGIN', { ORIGIN: 'circlewell' }, 'ORIGIN is a full address such as https://circlewell.example.org.'],
    ['SMTP_URL', { SMTP_URL: 'mail.example' }, 'SMTP_URL starts with smtp:// or smtps://.'],
    [
      'a project without its keys',
      { PUBLIC_SUPABASE_URL: project.PUBLIC_SUPABASE_URL },
      'PUBLIC_SUPABASE_URL needs PUBLIC_SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY beside it.'
    ],
    [
      'two places for the data',
      { ...project, DATABASE_URL: database },
      'DATABASE_URL and PUBLIC_SUPABASE_URL are both set; keep one, so that it is clear where the data is.'
    ],
    [
      'the demo on PostgreSQL',
      { DATABASE_URL: database, DEMO: 'on' },
      'DEMO is only for the embedded database: its passwords are public.'
    ],
    [
      'the demo on a project',
      { ...project, DEMO: 'on' },
      'DEMO is only for the embedded database: its passwords are public.'
    ]
  ])('%s, when wrong, has its sentence', (_, source, sentence) => {
    expect(sentencesFor(source)).toEqual([sentence]);
  });

  it.each(['DEMO', 'SECURE_COOKIES', 'LOG'])(
    '%s, when it is none of the words it may be, names the words',
    (variable) => {
      expect(sentencesFor({ [variable]: 'perhaps' })).toEqual([
        expect.stringMatching(new RegExp(`^${variable} .*"off"`))
      ]);
    }
  );

  it('tells all that is wrong at once, a line each, and repeats no value: it may be a password', () => {
    const sentences = sentencesFor({
      DATABASE_URL: 'mysql://u:secret-4711@db',
      SMTP_URL: 'secret-4711',
      ORIGIN: 'secret-4711'
    });
    expect(sentences.map((one) => one.split(' ')[0])).toEqual(['DATABASE_URL', 'ORIGIN', 'SMTP_URL']);
    expect(sentences.join()).not.toContain('secret-4711');
  });
});
