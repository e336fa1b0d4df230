/** The people of the demo organisation (supabase/seed.sql). Only the embedded demo has them, and their password is public. */
export const demoPeople = {
  lead: 'lead@demo.example',
  member: 'member@demo.example',
  trainer: 'trainer@demo.example',
  admin: 'admin@demo.example'
} as const;

export type DemoRole = keyof typeof demoPeople;

export const demoPassword = 'circle-of-chairs';

export function isDemoRole(text: unknown): text is DemoRole {
  return typeof text === 'string' && Object.hasOwn(demoPeople, text);
}
