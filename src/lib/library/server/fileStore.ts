import { randomUUID } from 'node:crypto';
import { mustWork, ruleFor } from '$lib/server/errors';
import type { Supabase } from '$lib/server/supabase';
import type { FileVersion, OrganisationFile } from '../files/schema';
import type { Handout } from './fileContent';
import { fileBucket } from './fileSweep';

const columns = 'id, title, note, created_by, file_versions (number, name, content_type, bytes, uploaded_at)' as const;

interface FileRow {
  id: string;
  title: string;
  note: string;
  created_by: string | null;
  file_versions: { number: number; name: string; content_type: string; bytes: number; uploaded_at: string }[];
}

/** The files of an organisation by title, for everybody in it. */
export async function loadFiles(supabase: Supabase, organisationId: string): Promise<OrganisationFile[]> {
  const rows = mustWork(
    await supabase.from('organisation_files').select(columns).eq('organisation_id', organisationId)
  );
  return rows.flatMap(fileFrom).sort((a, b) => a.title.localeCompare(b.title));
}

/** One file with its versions, or null: there is none, or it is not for this person. */
export async function loadFile(
  supabase: Supabase,
  organisationId: string,
  fileId: string
): Promise<OrganisationFile | null> {
  const rows = mustWork(
    await supabase.from('organisation_files').select(columns).eq('organisation_id', organisationId).eq('id', fileId)
  );
  return rows.flatMap(fileFrom)[0] ?? null;
}

/** Keeps a new file. @throws RuleBroken 403, `files_full` */
export async function addFile(
  supabase: Supabase,
  organisationId: string,
  { title, note }: { title: string; note: string },
  handout: Handout
): Promise<void> {
  await keep(supabase, organisationId, handout, { p_title: title, p_note: note });
}

/** Keeps the next version of a file. @throws RuleBroken 403, 404, `files_full` */
export async function replaceFile(
  supabase: Supabase,
  organisationId: string,
  fileId: string,
  handout: Handout
): Promise<void> {
  await keep(supabase, organisationId, handout, { p_file: fileId });
}

/** Bytes first, then the row that names them: nobody ever finds a file without its bytes. */
async function keep(
  supabase: Supabase,
  organisationId: string,
  { bytes, contentType, name, sha256 }: Handout,
  as: { p_title: string; p_note: string } | { p_file: string }
): Promise<void> {
  const path = `${organisationId}/${randomUUID()}`;
  const objects = supabase.storage.from(fileBucket);
  const stored = await objects.upload(path, bytes, { contentType, cacheControl: 'no-store' });
  if (stored.error) {
    const { status, statusCode } = stored.error as { status?: number; statusCode?: string };
    if ([status, Number(statusCode)].some((code) => code === 401 || code === 403))
      throw ruleFor({ code: '42501', message: '' });
    throw new Error(`the file could not be stored (${statusCode})`);
  }
  const p_version = { name, content_type: contentType, bytes: bytes.length, sha256, path };
  try {
    mustWork(await supabase.rpc('keep_file', { p_organisation: organisationId, p_version, ...as }));
  } catch (broken) {
    await objects.remove([path]);
    throw broken;
  }
}

/** @throws RuleBroken 403 */
export async function nameFile(
  supabase: Supabase,
  organisationId: string,
  fileId: string,
  { title, note }: { title: string; note: string }
): Promise<void> {
  const of = supabase.from('organisation_files').update({ title, note });
  touched(mustWork(await of.eq('organisation_id', organisationId).eq('id', fileId).select('id')));
}

/** Deletes a file with all its versions. Bytes that cannot be removed now go with the daily job. @throws RuleBroken 403 */
export async function deleteFile(supabase: Supabase, organisationId: string, fileId: string): Promise<void> {
  const versions = mustWork(await supabase.from('file_versions').select('path').eq('file_id', fileId));
  const of = supabase.from('organisation_files').delete();
  touched(mustWork(await of.eq('organisation_id', organisationId).eq('id', fileId).select('id')));
  await supabase.storage.from(fileBucket).remove(versions.map(({ path }) => path));
}

/** One version with its bytes, read as the person; null when there is none or it is not for them. */
export async function openVersion(
  supabase: Supabase,
  organisationId: string,
  fileId: string,
  number: number
): Promise<{ name: string; contentType: string; bytes: Blob } | null> {
  const rows = mustWork(
    await supabase
      .from('file_versions')
      .select('name, content_type, path')
      .eq('organisation_id', organisationId)
      .eq('file_id', fileId)
      .eq('number', number)
  );
  const [row] = rows;
  if (!row) return null;
  const { data } = await supabase.storage.from(fileBucket).download(row.path);
  return data && { name: row.name, contentType: row.content_type, bytes: data };
}

/** A policy that refuses a change hides the row, and the change then touches none. */
function touched(rows: unknown[]): void {
  if (rows.length === 0) throw ruleFor({ code: '42501', message: '' });
}

function fileFrom({ id, title, note, created_by, file_versions }: FileRow): OrganisationFile[] {
  const [current, ...earlier] = file_versions
    .map((row): FileVersion => ({
      number: row.number,
      name: row.name,
      contentType: row.content_type,
      bytes: row.bytes,
      uploadedAt: row.uploaded_at
    }))
    .sort((a, b) => b.number - a.number);
  return current ? [{ id, title, note, addedBy: created_by, current, earlier }] : [];
}
