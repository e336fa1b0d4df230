/** Where an agenda's clock (in UTC) stands after so many minutes: in the library it has no day and runs from 00:00. */
export const runningFrom = (minutes: number): string => new Date(Date.UTC(2000, 0, 1, 0, minutes)).toISOString();

export const runningStart = runningFrom(0);
