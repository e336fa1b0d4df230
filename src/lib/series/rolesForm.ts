import { circleRoles } from '../circles/roles/role.ts';
import type { RoleGiven } from './series.ts';

/** Who was given which role in the form: one field a member, `role-<id>`; others than members are not looked at. */
export function rolesIn(form: FormData, members: readonly { id: string }[]): RoleGiven[] {
  return members.flatMap(({ id }) => {
    const role = circleRoles.find((each) => each === form.get(`role-${id}`));
    return role ? [{ personId: id, role }] : [];
  });
}

/** True when two lists give the same people the same roles, in whatever order. */
export function sameRoles(some: readonly RoleGiven[], others: readonly RoleGiven[]): boolean {
  const words = (roles: readonly RoleGiven[]) => roles.map(({ personId, role }) => `${personId} ${role}`).toSorted();
  return words(some).join() === words(others).join();
}
