import type { App } from '@supabase/lite';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

type Adapter = NonNullable<App['_storageAdapter']>;
type Kept = Awaited<ReturnType<Adapter['headObject']>>;

// What the policies let through: a bucket, and two random ids. Nothing that people name ever becomes a path.
const bucketName = /^[a-z-]{1,60}$/;
const objectKey = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;
const unfinished = '.part';

/**
 * Where the embedded Storage keeps bytes: `folder/bucket/key`. A file appears under its name only when it is whole and on
 * the disk, so a power cut leaves none that is half. Who may read what is decided before it comes here.
 */
export function fileFolder(folder: string): Adapter {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  clearUnfinished(folder);

  function pathOf(bucket: string, key: string): string {
    if (!bucketName.test(bucket) || !objectKey.test(key)) throw new Error('no such place for a file');
    return join(folder, bucket, key);
  }

  async function described(path: string): Promise<Kept> {
    const { size, mtime } = await stat(path);
    // The kind is in the row that names the file; nobody is to guess it from here.
    const mimetype = 'application/octet-stream';
    const eTag = `"${size.toString(16)}-${mtime.getTime().toString(16)}"`;
    return { size, contentLength: size, mimetype, cacheControl: 'no-store', lastModified: mtime, eTag };
  }

  /** Writes beside the place first, and takes it in one step. */
  async function take(path: string, write: (beside: string) => Promise<void>): Promise<Kept> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const beside = `${path}.${randomUUID()}${unfinished}`;
    try {
      await write(beside);
      await rename(beside, path);
    } catch (fault) {
      await rm(beside, { force: true });
      throw fault;
    }
    return described(path);
  }

  return {
    driver: null,
    getObject: async (bucket, key) => {
      const path = pathOf(bucket, key);
      const body = await readFile(path).catch(() => undefined);
      // Without a body the library answers that there is no such object.
      if (!body) return { metadata: {} as Kept, httpStatusCode: 404 };
      return { body, metadata: await described(path), httpStatusCode: 200 };
    },
    uploadObject: (bucket, key, _version, body) =>
      take(pathOf(bucket, key), (beside) =>
        writeFile(beside, body as Uint8Array | AsyncIterable<Uint8Array>, { mode: 0o600, flush: true })
      ),
    deleteObject: (bucket, key) => rm(pathOf(bucket, key), { force: true }),
    deleteObjects: async (bucket, keys) => {
      for (const key of keys) await rm(pathOf(bucket, key), { force: true });
    },
    copyObject: async (bucket, key, _version, toBucket, toKey) => {
      const { eTag, lastModified } = await take(pathOf(toBucket, toKey), (beside) =>
        copyFile(pathOf(bucket, key), beside)
      );
      return { eTag, ...(lastModified ? { lastModified } : {}), httpStatusCode: 200 };
    },
    headObject: (bucket, key) => described(pathOf(bucket, key)),
    privateAssetUrl: () => Promise.reject(new Error('files are never handed out by an address'))
  };
}

/** What was being written when the server stopped. */
function clearUnfinished(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith(unfinished)) rmSync(join(folder, name), { force: true });
}
