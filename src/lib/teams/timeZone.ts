/** The IANA names this runtime knows, with UTC in front. */
export function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

/** Whether clocks can be read in this zone; other names than the listed ones (old spellings) are fine too. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone of the machine this runs on: the best guess before the browser has said its own. */
export function ownTimeZone(): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isTimeZone(zone) ? zone : 'UTC';
}

/** For a select: the list, with a zone that is in use but not in it (an old spelling) added. */
export function timeZoneOptions(used?: string): { value: string; label: string }[] {
  const zones = timeZones();
  if (used && !zones.includes(used)) zones.push(used);
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
