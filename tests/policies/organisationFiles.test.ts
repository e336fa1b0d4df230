import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sweepFiles } from '../../src/lib/library/server/fileSweep.ts';
import { openHouse, type Actor, type House } from './actors.ts';
import { changingNothing, nothing, refused } from './answers.ts';
import { must, type Client } from './furnish.ts';

// On PGlite the database is opened anew for whatever only its owner does.
vi.setConfig({ testTimeout: 60_000 });

const bucket = 'organisation-files';
const pdf = Buffer.from('%PDF-1.4\n%%EOF\n');
const contentType = 'application/pdf';

let house: House;
let lead: Client;
let admin: Client;
let strangers: string;
beforeAll(async () => {
  house = await openHouse();
  [lead, admin] = [await house.as('lead'), await house.as('admin')];
  const stranger = await house.as('stranger');
  strangers = must(await stranger.from('teams').select('organisation_id').single()).organisation_id;
});
afterAll(() => house.close().finally(vi.resetConfig));

const placeIn = (organisation: string) => `${organisation}/${randomUUID()}`;
const versionAt = (path: string, bytes: Buffer = pdf) => ({
  name: 'breathing.pdf',
  content_type: contentType,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  path
});
const store = (client: Client, path: string, bytes: Buffer = pdf) =>
  client.storage.from(bucket).upload(path, bytes, { contentType });
const bytesAt = async (client: Client, path: string) => {
  const { data, error } = await client.storage.from(bucket).download(path);
  return error ? null : Buffer.from(await data.arrayBuffer());
};

/** A file as the app keeps one: its bytes first, then its row. */
async function keepFile(client: Client, organisation = house.organisation, bytes: Buffer = pdf, file?: string) {
  const path = placeIn(organisation);
  must(await store(client, path, bytes));
  const p_version = versionAt(path, bytes);
  const title = { p_title: 'Breathing, one page' };
  const call = { p_organisation: organisation, p_version, ...(file ? { p_file: file } : title) };
  return { file: must(await client.rpc('keep_file', call)), path };
}
const files = (client: Client) => client.from('organisation_files').select('id').order('created_at');

describe('files of the organisation', () => {
  it.each(['lead', 'outsider', 'admin'] as const)('the %s adds one, with its bytes', async (actor) => {
    const client = await house.as(actor);
    const { file, path } = await keepFile(client);
    expect(await bytesAt(client, path)).toEqual(pdf);
    expect(must(await client.from('organisation_files').select('created_by').eq('id', file).single())).toEqual({
      created_by: house.people[actor]
    });
  });

  it.each(['lead', 'member', 'outsider', 'trainer', 'admin'] as const)(
    'the %s reads it and its bytes',
    async (actor) => {
      const { file, path } = await keepFile(lead);
      const client = await house.as(actor);
      const found = client.from('organisation_files').select('title, file_versions (number, name)').eq('id', file);
      expect(must(await found)).toEqual([
        { title: 'Breathing, one page', file_versions: [{ number: 1, name: 'breathing.pdf' }] }
      ]);
      expect(await bytesAt(client, path)).toEqual(pdf);
    }
  );

  it('a stranger reads neither, a visitor is refused, and there is no public address', async () => {
    const { path } = await keepFile(lead);
    const [stranger, visitor] = [await house.as('stranger'), await house.as('visitor')];
    for (const table of ['organisation_files', 'file_versions'] as const) {
      expect(await stranger.from(table).select('*').eq('organisation_id', house.organisation)).toMatchObject(nothing);
      expect(await visitor.from(table).select('*')).toMatchObject(refused());
    }
    expect(await bytesAt(stranger, path)).toBeNull();
    expect(await bytesAt(visitor, path)).toBeNull();
    expect((await stranger.storage.from(bucket).list(house.organisation)).data ?? []).toEqual([]);
    expect((await stranger.storage.from(bucket).createSignedUrl(path, 60)).data).toBeNull();
    expect((await stranger.storage.from(bucket).copy(path, placeIn(strangers))).data).toBeNull();
    const open = lead.storage.from(bucket).getPublicUrl(path).data.publicUrl;
    expect((await house.backend.fetch(open)).status).toBe(400);
  });

  it.each(['member', 'trainer', 'stranger', 'visitor'] as const)(
    'the %s can neither store bytes, nor add, name or delete a file',
    async (actor: Actor) => {
      const { file, path } = await keepFile(lead);
      const client = await house.as(actor);
      const all = () => files(lead);
      const there = placeIn(house.organisation);

      expect((await store(client, there)).error).not.toBeNull();
      expect((await client.storage.from(bucket).update(path, Buffer.from('other'))).error).not.toBeNull();
      await client.storage.from(bucket).remove([path]);
      const call = { p_organisation: house.organisation, p_version: versionAt(there) };
      expect(
        (await changingNothing(all, () => client.rpc('keep_file', { ...call, p_title: 'Mine' }))).error?.code
      ).toMatch(/42501/);
      expect(
        (await changingNothing(all, () => client.rpc('keep_file', { ...call, p_file: file }))).error
      ).not.toBeNull();
      const of = client.from('organisation_files');
      const named = await of.update({ title: 'Mine' }).eq('id', file).select('id');
      const deleted = await changingNothing(all, () => of.delete().eq('id', file).select('id'));
      expect([named.data ?? [], deleted.data ?? []]).toEqual([[], []]);
      expect(await bytesAt(lead, path)).toEqual(pdf);
    }
  );

  it('a new version is added beside the old one, and bytes that a version names never change', async () => {
    const { file, path } = await keepFile(lead);
    const second = Buffer.from('%PDF-1.7\n%%EOF\n');
    const outsider = await house.as('outsider');
    const newer = await keepFile(outsider, house.organisation, second, file);
    expect(
      must(await lead.from('file_versions').select('number, path').eq('file_id', file).order('number')).map(
        (v) => v.path
      )
    ).toEqual([path, newer.path]);

    const objects = admin.storage.from(bucket);
    expect((await objects.upload(path, second, { contentType, upsert: true })).error).not.toBeNull();
    expect((await objects.update(path, second, { contentType })).error).not.toBeNull();
    expect((await objects.move(path, placeIn(house.organisation))).error).not.toBeNull();
    await objects.remove([path]);
    expect(await bytesAt(admin, path)).toEqual(pdf);
    expect(await bytesAt(admin, newer.path)).toEqual(second);
  });

  it('a version cannot name bytes of another organisation, nor be put below its file', async () => {
    const { path } = await keepFile(lead);
    const stranger = await house.as('stranger');
    const stolen = { p_organisation: strangers, p_version: versionAt(path), p_title: 'Theirs' };
    expect((await stranger.rpc('keep_file', stolen)).error?.code).toBe('23514');

    const { file } = await keepFile(lead);
    const place = placeIn(strangers);
    const below = { p_organisation: strangers, p_version: versionAt(place), p_file: file };
    expect(await stranger.rpc('keep_file', below)).toMatchObject(refused('PT404'));
    const row = { file_id: file, organisation_id: strangers, number: 2, ...versionAt(place) };
    expect((await stranger.from('file_versions').insert(row)).error?.code).toBe('23503');
    expect((await store(stranger, placeIn(house.organisation))).error).not.toBeNull();
  });

  it('a lead deletes what they added and an admin everything; the bytes can go then, and not before', async () => {
    const [byLead, byAdmin] = [await keepFile(lead), await keepFile(admin)];
    const remove = (client: Client, id: string) => client.from('organisation_files').delete().eq('id', id).select('id');

    expect(
      await changingNothing(
        () => files(admin),
        () => remove(lead, byAdmin.file)
      )
    ).toMatchObject(nothing);
    expect(must(await remove(lead, byLead.file))).toHaveLength(1);
    expect(must(await remove(admin, byAdmin.file))).toHaveLength(1);

    expect(await bytesAt(await house.as('member'), byLead.path)).toBeNull();
    expect(must(await lead.storage.from(bucket).remove([byLead.path, byAdmin.path]))).toHaveLength(2);
    expect(await bytesAt(admin, byLead.path)).toBeNull();
  });

  it('takes no other kind, no path in a name, nothing above 25 MB, and no third gigabyte', async () => {
    const path = placeIn(house.organisation);
    const keep = (wrong: object) =>
      lead.rpc('keep_file', {
        p_organisation: house.organisation,
        p_version: { ...versionAt(path), ...wrong },
        p_title: 'Wrong'
      });
    for (const wrong of [
      { content_type: 'image/svg+xml' },
      { content_type: 'text/html' },
      { name: '../../etc/passwd' },
      { name: 'a\\b.pdf' },
      { name: 'a\nb.pdf' },
      { bytes: 26_214_401 },
      { path: 'elsewhere' },
      { path: `${house.organisation}/../${strangers}/${randomUUID()}` }
    ])
      expect([wrong, (await keep(wrong)).error?.code]).toEqual([wrong, '23514']);
    expect(await keep({ bytes: 2_147_483_647 })).toMatchObject(refused('PT409', 'files_full'));
    const html = { contentType: 'text/html' };
    expect((await lead.storage.from(bucket).upload(path, Buffer.from('<p>'), html)).error).not.toBeNull();
    const traversing = `${house.organisation}/../x`;
    expect((await store(lead, traversing)).error).not.toBeNull();
  });

  it('nobody sees the bucket, so nobody opens or empties it', async () => {
    await keepFile(lead);
    for (const client of [admin, await house.as('stranger'), await house.as('visitor')]) {
      expect((await client.storage.listBuckets()).data ?? []).toEqual([]);
      expect((await client.storage.updateBucket(bucket, { public: true })).error).not.toBeNull();
      expect((await client.storage.emptyBucket(bucket)).error).not.toBeNull();
      expect((await client.storage.deleteBucket(bucket)).error).not.toBeNull();
    }
  });

  it('what is deleted leaves its bytes to the daily job, after a day', async () => {
    const [kept, gone, young] = [await keepFile(lead), await keepFile(lead), placeIn(house.organisation)];
    must(await store(lead, young));
    await lead.from('organisation_files').delete().eq('id', gone.file);
    const theirs = await keepFile(await house.as('stranger'), strangers);
    await house.asOwner(
      `update storage.objects set created_at = now() - interval '25 hours' where name <> '${young}'`,
      `delete from public.organisations where id = '${strangers}'`
    );

    const orphans = must(await house.service.rpc('orphaned_files'));
    expect(orphans).toEqual(expect.arrayContaining([gone.path, theirs.path]));
    expect(orphans).not.toContain(kept.path);
    expect(orphans).not.toContain(young);

    expect(await sweepFiles(house.service)).toBe(orphans.length);
    expect(await bytesAt(lead, gone.path)).toBeNull();
    expect([await bytesAt(lead, kept.path), await bytesAt(lead, young)]).toEqual([pdf, pdf]);
    expect(await sweepFiles(house.service)).toBe(0);
  });
});
