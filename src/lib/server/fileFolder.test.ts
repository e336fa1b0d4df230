import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileFolder } from './fileFolder.ts';

const bucket = 'organisation-files';
const key = '11111111-1111-4111-8111-111111111111/22222222-2222-4222-8222-222222222222';
const bytes = Buffer.from('%PDF-1.4');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'circlewell-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (files = fileFolder(folder), at = key) =>
  files.uploadObject(bucket, at, undefined, bytes, 'application/pdf', 'no-store');

describe('the folder of files', () => {
  it('keeps bytes and gives them back, under a kind that no browser shows', async () => {
    const files = fileFolder(folder);
    expect(await put(files)).toMatchObject({ size: bytes.length, mimetype: 'application/octet-stream' });
    expect(readFileSync(join(folder, bucket, key))).toEqual(bytes);
    const { body, metadata } = await files.getObject(bucket, key, undefined);
    expect(body).toEqual(bytes);
    expect(metadata).toMatchObject({ contentLength: bytes.length });
  });

  it('forgets them, and does not mind when they are gone already', async () => {
    const files = fileFolder(folder);
    await put(files);
    await files.deleteObject(bucket, key, undefined);
    await files.deleteObjects(bucket, [key]);
    expect((await files.getObject(bucket, key, undefined)).body).toBeUndefined();
  });

  it('leaves nothing behind of what broke off while it was written', async () => {
    const files = fileFolder(folder);
    const broken = new ReadableStream({ pull: (stream) => stream.error(new Error('the line went dead')) });
    await expect(files.uploadObject(bucket, key, undefined, broken, '', '')).rejects.toThrow('the line went dead');
    expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([]);

    await put(files);
    const unfinished = join(folder, bucket, `${key}.x.part`);
    writeFileSync(unfinished, 'half');
    fileFolder(folder);
    expect(existsSync(unfinished)).toBe(false);
    expect(readFileSync(join(folder, bucket, key))).toEqual(bytes);
  });

  it.each(['../../secret', `${key}/x`, `${key.slice(0, 37)}..`, '/etc/passwd', 'C:\\x/y'])(
    'has no place called %s',
    async (at) => {
      const files = fileFolder(folder);
      await expect((async () => put(files, at))()).rejects.toThrow('no such place');
      await expect((async () => files.getObject(bucket, at, undefined))()).rejects.toThrow('no such place');
      expect(() => files.deleteObject('../x', key, undefined)).toThrow('no such place');
    }
  );
});
