/**
 * The hours a certificate says, as issue_certificate in the database works them out: what sessions took, where that is noted, and what was planned, where
 * it is not; breaks aside; to the half hour below.
 */
export function certificateHours(
  slots: readonly { subject: string | null; minutes: number; actualMinutes: number | null }[]
): number {
  const minutes = slots
    .filter(({ subject }) => subject !== null)
    .reduce((all, slot) => all + (slot.actualMinutes ?? slot.minutes), 0);
  return Math.floor(minutes / 30) / 2;
}
