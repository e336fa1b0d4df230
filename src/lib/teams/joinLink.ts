/** Whom a link lets in: into one team as member or lead, or into the organisation as trainer or admin. */
export const linkRoles = ['member', 'lead', 'trainer', 'admin'] as const;
export type LinkRole = (typeof linkRoles)[number];

/** How long a link may live, in days; the database refuses more than 31. */
export const linkDays = [1, 7, 30] as const;

/** An invitation as a lead or admin sees it. Its secret is known only at the moment it is made. */
export interface JoinLink {
  id: string;
  role: LinkRole;
  /** Instants, ISO 8601. */
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  uses: number;
  maxUses: number;
}

export type LinkState = 'active' | 'revoked' | 'expired' | 'full';

/** Whether a link still lets people in, and if not, why. `now` in milliseconds. */
export function linkState(
  link: Pick<JoinLink, 'expiresAt' | 'revokedAt' | 'uses' | 'maxUses'>,
  now: number
): LinkState {
  if (link.revokedAt !== null) return 'revoked';
  if (Date.parse(link.expiresAt) <= now) return 'expired';
  return link.uses >= link.maxUses ? 'full' : 'active';
}

/** Links that still let people in, the one that ends first on top. */
export function activeLinks<L extends JoinLink>(links: readonly L[], now: number): L[] {
  return links
    .filter((link) => linkState(link, now) === 'active')
    .sort((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt));
}

/** When a link made `now` (milliseconds) ends: an ISO 8601 instant. */
export function endOfLink(days: number, now: number): string {
  return new Date(now + days * 86_400_000).toISOString();
}
