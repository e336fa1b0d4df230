// The policies of the database decide; this says which buttons are shown.

interface Organisation {
  id: string;
  isAdmin: boolean;
}

/** Whether somebody adds, replaces and names files: an admin, or the lead of a team there. */
export function keepsFiles(
  organisation: Organisation,
  teams: readonly { organisationId: string; role: 'lead' | 'member' }[]
): boolean {
  return (
    organisation.isAdmin ||
    teams.some(({ organisationId, role }) => organisationId === organisation.id && role === 'lead')
  );
}

/** Whether somebody who keeps files deletes this one: admins all, leads those they added. */
export function deletesFile(organisation: Organisation, file: { addedBy: string | null }, personId: string): boolean {
  return organisation.isAdmin || file.addedBy === personId;
}
