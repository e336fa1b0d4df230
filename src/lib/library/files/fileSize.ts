import * as m from '../../paraglide/messages.js';

/** Bytes; the database and the bucket count the same. The server takes a little more, so that it can say this in a sentence. */
export const largestFile = 25 * 1024 * 1024;

const kilobyte = 1024;
const megabyte = 1024 * 1024;

/** "0.4 MB" is more than people want to know: whole kilobytes below one megabyte, a tenth above it. */
export function sizeInWords(bytes: number): string {
  if (bytes < megabyte) return m.library_files_kilobytes({ size: String(Math.max(1, Math.round(bytes / kilobyte))) });
  return m.library_files_megabytes({ size: String(Math.round((bytes / megabyte) * 10) / 10) });
}

/** Why a file of this size is not taken, in a sentence; '' when it is. */
export function tooLarge(bytes: number): string {
  if (bytes <= largestFile) return '';
  // Rounded up: one byte too many must not read "25 MB, and 25 MB is the most".
  const size = String(Math.ceil((bytes / megabyte) * 10) / 10);
  return m.library_files_error_large({ size, most: String(largestFile / megabyte) });
}
