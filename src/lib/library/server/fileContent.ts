import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import * as m from '$lib/paraglide/messages';
import { RuleBroken } from '$lib/server/errors';
import { endingOf, kindByContentType, kindByEnding, type FileKind } from '../files/fileKind';
import { safeFileName } from '../files/fileName';

/** A file that was looked into and may be kept. */
export interface Handout {
  name: string;
  contentType: string;
  bytes: Uint8Array;
  /** In hexadecimal. */
  sha256: string;
}

/**
 * Looks into a file: what it is called, and what the browser says it is, counts for nothing but a mistake to point at.
 * @throws RuleBroken `file_kind` with the sentence why it is not taken
 */
export async function lookInto(given: { name: string; bytes: Uint8Array }): Promise<Handout> {
  const { name, bytes } = given;
  const kind = await kindOf(name, bytes);
  return {
    name: safeFileName(name, kind),
    contentType: kind.contentType,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex')
  };
}

async function kindOf(name: string, bytes: Uint8Array): Promise<FileKind> {
  if (['svg', 'svgz'].includes(endingOf(name)) || isSvg(bytes)) throw refused(m.library_files_error_svg());
  const inside = await kindInside(bytes);
  const claimed = kindByEnding(name);
  if (inside && (!claimed || claimed === inside)) return inside;
  if (claimed && inside)
    throw refused(m.library_files_error_other({ claimed: claimed.inWords(), inside: inside.inWords() }));
  throw refused(claimed ? m.library_files_error_inside({ claimed: claimed.inWords() }) : m.library_files_error_kind());
}

const refused = (sentence: string) => new RuleBroken(415, 'file_kind', sentence);

async function kindInside(bytes: Uint8Array): Promise<FileKind | undefined> {
  // A file that breaks off in the middle, or a ZIP that lies about itself, is none of ours.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  // A PNG that moves has a name of its own.
  return found && kindByContentType(found.mime === 'image/apng' ? 'image/png' : found.mime);
}

/** The first tags stand near the beginning, after comments and a declaration at most. */
function isSvg(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64 * 1024);
  // UTF-16 is what drawing programs of Windows write.
  const encoding = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : start[0] === 0xfe ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(start);
  return /^\s*</.test(text) && /<(?:[\w-]+:)?svg[\s>/]/i.test(text);
}
