import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from './folderLock.ts';

let folder: string;
const owner = () => readFileSync(join(folder, 'server.pid'), 'utf8').split(' ')[0];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlewell-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('is ours when the folder is free, and gone when we give it back', () => {
    const unlock = lockFolder(folder);
    expect(owner()).toBe(String(process.pid));

    unlock();
    unlock();

    expect(existsSync(join(folder, 'server.pid'))).toBe(false);
  });

  it('keeps out a second server while the first one runs, and lets it in once that is gone', async () => {
    const first = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    try {
      await once(first, 'spawn');
      writeFileSync(join(folder, 'server.pid'), String(first.pid));

      expect(() => lockFolder(folder)).toThrow(FolderInUse);
      expect(() => lockFolder(folder)).toThrow(`in use by process ${first.pid}`);
      expect(owner()).toBe(String(first.pid));
    } finally {
      const ended = once(first, 'exit');
      first.kill('SIGKILL');
      await ended;
    }

    lockFolder(folder);
    expect(owner()).toBe(String(process.pid));
  });

  it('is taken over from a process whose number somebody else has now', () => {
    // Our parent runs, but did not start then. Where the start is not known, its number alone counts.
    writeFileSync(join(folder, 'server.pid'), `${process.ppid} 1`);
    if (existsSync('/proc/self/stat')) {
      lockFolder(folder);
      expect(owner()).toBe(String(process.pid));
    } else expect(() => lockFolder(folder)).toThrow(FolderInUse);
  });

  it.each(['', 'not a number', '-1', '0'])('is taken over when its file says %j', (text) => {
    writeFileSync(join(folder, 'server.pid'), text);
    lockFolder(folder);
    expect(owner()).toBe(String(process.pid));
  });

  it('can be taken again by the same process, as a development server does when it loads its modules anew', () => {
    lockFolder(folder);
    expect(() => lockFolder(folder)).not.toThrow();
  });

  it('does not hide that the folder is not there', () => {
    expect(() => lockFolder(join(folder, 'nowhere'))).toThrow('ENOENT');
  });
});
