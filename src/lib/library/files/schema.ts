import { z } from 'zod';
import * as m from '../../paraglide/messages.js';
import { tidyLine } from '../../teams/name.ts';
import { tooLarge } from './fileSize.ts';

// The database counts the same limits (supabase/migrations).
const mostTitle = 120;
const mostNote = 500;

const line = z
  .string()
  .default('')
  .transform(tidyLine)
  .pipe(z.string().max(mostTitle, { error: () => m.library_files_error_long({ max: mostTitle }) }));

const note = z
  .string()
  .default('')
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().max(mostNote, { error: () => m.library_files_error_long({ max: mostNote }) }));

const file = z
  // A form without a chosen file sends an empty one without a name.
  .instanceof(File, { error: () => m.library_files_error_none() })
  .superRefine((given, context) => {
    const wrong =
      given.size > 0 ? tooLarge(given.size) : given.name ? m.library_files_error_empty() : m.library_files_error_none();
    if (wrong) context.addIssue({ code: 'custom', message: wrong });
  });

/** A new file; without a title it takes the name of what was sent. */
export const addFileSchema = z.object({ title: line, note, file });
export const replaceFileSchema = z.object({ file });
export const nameFileSchema = z.object({
  title: line.refine((text) => text !== '', { error: () => m.library_files_error_title() }),
  note
});

export interface FileVersion {
  number: number;
  /** Safe to save under (see fileName.ts). */
  name: string;
  contentType: string;
  bytes: number;
  uploadedAt: string;
}

export interface OrganisationFile {
  id: string;
  title: string;
  note: string;
  /** Null when their account is gone. */
  addedBy: string | null;
  /** The newest, which is the one in use. */
  current: FileVersion;
  /** Earlier ones, newest first. */
  earlier: FileVersion[];
}
