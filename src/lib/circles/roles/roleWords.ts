import * as m from '../../paraglide/messages.js';
import type { CircleRole } from './role.ts';

const names: Record<CircleRole, () => string> = {
  facilitator: m.circles_roles_facilitator,
  co_facilitator: m.circles_roles_co_facilitator,
  observer: m.circles_roles_observer
};
const many: Record<CircleRole, () => string> = {
  facilitator: m.circles_roles_facilitators,
  co_facilitator: m.circles_roles_co_facilitators,
  observer: m.circles_roles_observers
};

/** The role of one person. */
export const roleWord = (role: CircleRole): string => names[role]();
/** The heading above those who have it. */
export const roleHeading = (role: CircleRole): string => many[role]();
