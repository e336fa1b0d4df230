/** How a session is held, in the order the formats are offered. */
export const sessionFormats = [
  'talk',
  'discussion',
  'video',
  'role_play',
  'agency_presentation',
  'practice',
  'circle'
] as const;
export type SessionFormat = (typeof sessionFormats)[number];
