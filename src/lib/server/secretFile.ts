import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a file is called while it is written: a crash leaves it, nobody reads it. */
export const isHalfWritten = (name: string): boolean => name.endsWith('.part');

/**
 * Keeps a secret as a file that only the server reads (mode 0600): it appears under its name at once and complete, and never in the place of another.
 * @param discard takes the half-written file away
 * @returns false when there is a file of that name already
 */
export function keepSecret(
  folder: string,
  name: string,
  text: string,
  discard: (path: string) => void = rmSync
): boolean {
  const part = join(folder, `${name}.${randomBytes(8).toString('hex')}.part`);
  writeFileSync(part, text, { mode: 0o600, flush: true, flag: 'wx' });
  try {
    linkSync(part, join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    discard(part);
    return false;
  }
  rmSync(part);
  syncFolder(folder);
  return true;
}

/** So that a name, or its absence, outlives a power cut. Windows has no such thing. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Not possible here.
  }
}
