import { describe, expect, it } from 'vitest';
import { deletesFile, keepsFiles } from './keeping.ts';

const here = (isAdmin: boolean) => ({ id: 'here', isAdmin });
const team = (organisationId: string, role: 'lead' | 'member') => ({ organisationId, role });

describe('who keeps the files of an organisation', () => {
  it.each([
    ['its admin', here(true), [], true],
    ['the lead of a team there', here(false), [team('here', 'member'), team('here', 'lead')], true],
    ['a member of a team there', here(false), [team('here', 'member')], false],
    ['the lead of a team elsewhere', here(false), [team('elsewhere', 'lead')], false]
  ])('%s', (_who, organisation, teams, keeps) => {
    expect(keepsFiles(organisation, teams)).toBe(keeps);
  });

  it('an admin deletes every file, a lead those they added', () => {
    expect(deletesFile(here(true), { addedBy: 'other' }, 'me')).toBe(true);
    expect(deletesFile(here(false), { addedBy: 'me' }, 'me')).toBe(true);
    expect(deletesFile(here(false), { addedBy: 'other' }, 'me')).toBe(false);
    expect(deletesFile(here(false), { addedBy: null }, 'me')).toBe(false);
  });
});
