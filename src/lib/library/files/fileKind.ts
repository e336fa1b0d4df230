import * as m from '../../paraglide/messages.js';

/** A kind of file that is taken; the database and the bucket name the same content types. */
export interface FileKind {
  contentType: string;
  /** Endings that belong to it, the usual one first. */
  endings: readonly [string, ...string[]];
  inWords: () => string;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** No SVG: such drawings can carry programs. No older or macro-enabled Office files, for the same reason. */
export const fileKinds: readonly FileKind[] = [
  { contentType: 'application/pdf', endings: ['pdf'], inWords: m.library_files_kind_pdf },
  { contentType: 'image/png', endings: ['png'], inWords: m.library_files_kind_png },
  { contentType: 'image/jpeg', endings: ['jpg', 'jpeg'], inWords: m.library_files_kind_jpeg },
  { contentType: 'image/gif', endings: ['gif'], inWords: m.library_files_kind_gif },
  { contentType: 'image/webp', endings: ['webp'], inWords: m.library_files_kind_webp },
  {
    contentType: `${office}.wordprocessingml.document`,
    endings: ['docx'],
    inWords: m.library_files_kind_docx
  },
  {
    contentType: `${office}.presentationml.presentation`,
    endings: ['pptx'],
    inWords: m.library_files_kind_pptx
  }
];

/** What stands after the last full stop, in small letters; '' when nothing does. */
export function endingOf(name: string): string {
  return /\.([\p{L}\p{N}]+)\s*$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The kind that a name claims to be. */
export function kindByEnding(name: string): FileKind | undefined {
  const ending = endingOf(name);
  return fileKinds.find(({ endings }) => endings.includes(ending));
}

export function kindByContentType(contentType: string): FileKind | undefined {
  return fileKinds.find((kind) => kind.contentType === contentType);
}
