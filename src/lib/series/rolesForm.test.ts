import { describe, expect, it } from 'vitest';
import { rolesIn, sameRoles } from './rolesForm.ts';

describe('roles for a whole series', () => {
  it('are read for members only, and only those there are', () => {
    const form = new FormData();
    for (const [id, role] of Object.entries({ ann: 'facilitator', ben: '', cas: 'king', dan: 'observer' }))
      form.set(`role-${id}`, role);
    expect(rolesIn(form, [{ id: 'ann' }, { id: 'ben' }, { id: 'cas' }])).toEqual([
      { personId: 'ann', role: 'facilitator' }
    ]);
  });

  it('are the same in whatever order', () => {
    const ann = { personId: 'ann', role: 'facilitator' as const };
    const ben = { personId: 'ben', role: 'observer' as const };
    expect(sameRoles([ann, ben], [ben, ann])).toBe(true);
    expect(sameRoles([ann], [ann, ben])).toBe(false);
    expect(sameRoles([ann], [{ ...ann, role: 'observer' }])).toBe(false);
  });
});
