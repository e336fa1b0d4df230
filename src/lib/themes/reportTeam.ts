type Frame = {
  teams: readonly { id: string; name: string; organisationId: string }[];
  organisations: readonly { id: string; name: string }[];
};

/** The names at the head of a printed report, from what the frame of the page knows; undefined when the team is not among the person's. */
export function teamNamed(
  { teams, organisations }: Frame,
  id: string
): { name: string; organisation: string } | undefined {
  const team = teams.find((team) => team.id === id);
  const organisation = organisations.find((organisation) => organisation.id === team?.organisationId)?.name ?? '';
  return team && { name: team.name, organisation };
}
