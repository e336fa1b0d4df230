import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Its message is a sentence for whoever starts the server. */
export class FolderInUse extends Error {
  override name = 'FolderInUse';
}

/**
 * PGlite does not lock its folder, and a second opener ruins it. So a file with our process id and its start, taken over when that
 * process is gone (a killed server leaves its file behind). Returns what gives the folder back.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'server.pid');
  const own = `${process.pid} ${startOf(process.pid) ?? ''}`.trim();
  try {
    writeFileSync(file, own, { flag: 'wx' });
  } catch {
    const [id, startedAt] = readFileSync(file, 'utf8').trim().split(' ');
    const owner = Number(id);
    if (owner !== process.pid && isRunning(owner, startedAt)) {
      throw new FolderInUse(
        `The data folder is in use by process ${owner}. Stop that server first, or set DATA_DIR to another folder.`
      );
    }
    writeFileSync(file, own);
  }
  return () => rmSync(file, { force: true });
}

/** When a process started, in the kernel's ticks; null when it is gone or dead but not yet buried. Only Linux tells. */
function startOf(processId: number): string | null {
  try {
    const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/** A number alone is not enough: after a restart of the machine it may be somebody else's. */
function isRunning(processId: number, startedAt: string | undefined): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  if (startOf(process.pid) !== null) {
    const start = startOf(processId);
    return start !== null && (!startedAt || start === startedAt);
  }
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
