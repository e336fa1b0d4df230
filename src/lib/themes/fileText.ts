import * as m from '../paraglide/messages.js';
import { fileProblem, type Problem } from './problem.ts';
import { MAX_RECORD_BYTES } from './schema.ts';

/** The problem with a file of this many bytes, before any of it is read; null when it may be read. */
export function sizeProblem(bytes: number): Problem | null {
  if (bytes > MAX_RECORD_BYTES) return fileProblem(m.themes_problem_too_big());
  return bytes === 0 ? fileProblem(m.themes_problem_empty()) : null;
}

/**
 * The text of a file's bytes, or the one problem that prevents it. UTF-8 and UTF-16 with a byte order mark are read as such;
 * anything else that is still text is taken for Windows-1252, which is what older spreadsheets save.
 */
export function fileText(input: Uint8Array | string): string | Problem {
  const problem = sizeProblem(byteLength(input));
  if (problem) return problem;
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decode(input);
  if (text === null) return fileProblem(m.themes_problem_not_text());
  return text.trim() === '' ? fileProblem(m.themes_problem_empty()) : text;
}

function byteLength(input: Uint8Array | string): number {
  if (typeof input !== 'string') return input.byteLength;
  // UTF-8 is never shorter than the string, so one that is already too long need not be encoded to know it.
  return input.length > MAX_RECORD_BYTES ? input.length : new TextEncoder().encode(input).length;
}

function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // Word, Excel and pictures hold zero bytes; text in these encodings never does.
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
