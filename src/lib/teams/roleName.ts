import * as m from '../paraglide/messages.js';
import type { LinkRole } from './joinLink.ts';

const names: Record<LinkRole, () => string> = {
  member: m.teams_role_member,
  lead: m.teams_role_lead,
  trainer: m.teams_role_trainer,
  admin: m.teams_role_admin
};

/** A role in words, as it stands alone: "Lead". */
export const roleName = (role: LinkRole): string => names[role]();
