import { isCircleRole, type CircleRole, type WantedRole } from './role.ts';

const read = (typed: FormDataEntryValue | null): CircleRole | '' =>
  typeof typed === 'string' && isCircleRole(typed) ? typed : '';

/** Reads the form of roles: `role-<person>` as chosen, `was-<person>` as the screen showed it. Others are not looked at. */
export function readRoles(form: FormData, members: readonly { id: string }[]): WantedRole[] {
  return members
    .filter(({ id }) => form.has(`role-${id}`))
    .map(({ id }) => ({ personId: id, was: read(form.get(`was-${id}`)), wanted: read(form.get(`role-${id}`)) }));
}
