-- Handouts and files of an organisation: everybody in it reads them, its admins and the leads of its teams keep them. Replacing one adds
-- a version; earlier ones stay. The bytes lie in Storage, in a bucket that is not public, under names that say nothing.

create table public.organisation_files (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  title text not null check (char_length(btrim(title)) between 1 and 120),
  note text not null default '' check (char_length(note) <= 500),
  created_by uuid default auth.uid() references public.people (id) on delete set null,
  created_at timestamptz not null default now(),
  unique (id, organisation_id)
);
create index organisation_files_organisation on public.organisation_files (organisation_id);
create index organisation_files_created_by on public.organisation_files (created_by);

create table public.file_versions (
  file_id uuid not null,
  organisation_id uuid not null,
  number smallint not null check (number between 1 and 999),
  name text not null check (char_length(name) between 1 and 200 and name !~ '[/\\[:cntrl:]]'),
  content_type text not null check (content_type in (
    'application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation')),
  bytes integer not null check (bytes between 1 and 26214400),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Below the organisation it belongs to: a version that named another's bytes would open them.
  path text not null unique check (path ~ ('^' || organisation_id::text || '/[0-9a-f-]{36}$')),
  uploaded_by uuid default auth.uid() references public.people (id) on delete set null,
  uploaded_at timestamptz not null default now(),
  primary key (file_id, number),
  foreign key (file_id, organisation_id) references public.organisation_files (id, organisation_id) on delete cascade
);
create index file_versions_organisation on public.file_versions (organisation_id, path);
create index file_versions_uploaded_by on public.file_versions (uploaded_by);

alter table public.organisation_files enable row level security;
alter table public.file_versions enable row level security;

-- Where the person keeps files: as an admin, or as the lead of a team.
-- Definer: as my_lead_teams, it reads memberships that policies guard.
create function private.organisations_i_keep_files_of() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select organisation_id from public.organisation_members where person_id = (select auth.uid()) and is_admin
  union
  select t.organisation_id from public.team_members m join public.teams t on t.id = m.team_id
    where m.person_id = (select auth.uid()) and m.role = 'lead'
$$;
revoke all on function private.organisations_i_keep_files_of() from public, anon, authenticated;
grant execute on function private.organisations_i_keep_files_of() to authenticated;

create policy "everybody in the organisation sees its files" on public.organisation_files for select to authenticated
  using (organisation_id in (select private.my_organisations()));
create policy "admins and leads add files" on public.organisation_files for insert to authenticated
  with check (organisation_id in (select private.organisations_i_keep_files_of()));
create policy "admins and leads name files" on public.organisation_files for update to authenticated
  using (organisation_id in (select private.organisations_i_keep_files_of()))
  with check (organisation_id in (select private.organisations_i_keep_files_of()));
create policy "admins delete files and leads those they added" on public.organisation_files for delete to authenticated
  using (organisation_id in (select private.my_admin_organisations())
    or (created_by = (select auth.uid()) and organisation_id in (select private.organisations_i_keep_files_of())));

create policy "everybody in the organisation sees the versions" on public.file_versions for select to authenticated
  using (organisation_id in (select private.my_organisations()));
create policy "admins and leads add versions" on public.file_versions for insert to authenticated
  with check (organisation_id in (select private.organisations_i_keep_files_of()));

grant select on public.organisation_files, public.file_versions to authenticated;
grant insert (organisation_id, title, note), update (title, note), delete on public.organisation_files to authenticated;
grant insert (file_id, organisation_id, number, name, content_type, bytes, sha256, path) on public.file_versions to authenticated;

comment on table public.organisation_files is 'A handout or another file of an organisation. What is in it is in its versions; the highest number is the one in use.';
comment on table public.file_versions is 'One version of a file: its name, its kind as found in its content, and where in Storage its bytes lie.';

-- Notes bytes that were stored as a new file, or as the next version of one. As the person: the policies above decide. Gives the file.
create function public.keep_file(p_organisation uuid, p_version jsonb, p_title text default null, p_note text default '', p_file uuid default null)
returns uuid language plpgsql security invoker set search_path = '' as $$
declare
  v_file uuid := p_file;
begin
  -- Two gigabytes an organisation: anybody may start one, and nobody is to fill the disk.
  if (select coalesce(sum(v.bytes), 0) from public.file_versions v where v.organisation_id = p_organisation)
     + (p_version ->> 'bytes')::bigint > 2147483648 then
    raise exception 'the organisation has no room for more files' using errcode = 'PT409', hint = 'files_full';
  end if;
  if v_file is null then
    insert into public.organisation_files (organisation_id, title, note) values (p_organisation, p_title, p_note) returning id into v_file;
  else
    perform 1 from public.organisation_files f where f.id = v_file and f.organisation_id = p_organisation for update;
    if not found then raise exception 'no such file' using errcode = 'PT404'; end if;
  end if;
  insert into public.file_versions (file_id, organisation_id, number, name, content_type, bytes, sha256, path)
    select v_file, p_organisation, (select coalesce(max(v.number), 0) + 1 from public.file_versions v where v.file_id = v_file),
      p_version ->> 'name', p_version ->> 'content_type', (p_version ->> 'bytes')::integer, p_version ->> 'sha256', p_version ->> 'path';
  return v_file;
end $$;
revoke all on function public.keep_file(uuid, jsonb, text, text, uuid) from public, anon, authenticated;
grant execute on function public.keep_file(uuid, jsonb, text, text, uuid) to authenticated;

-- The bucket is closed to everybody but through these policies; the limits stand here a second time for whoever goes past the app.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values ('organisation-files', 'organisation-files', false, 26214400,
  array['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation'])
on conflict (id) do update set public = false, file_size_limit = excluded.file_size_limit, allowed_mime_types = excluded.allowed_mime_types;

create policy "members read the bytes of the versions they see, keepers what they have just stored" on storage.objects for select to authenticated
  using (bucket_id = 'organisation-files' and (
    exists (select 1 from public.file_versions v where v.path = objects.name)
    or (storage.foldername(objects.name))[1] in (select k::text from private.organisations_i_keep_files_of() k)));
create policy "admins and leads store bytes below their organisation" on storage.objects for insert to authenticated
  with check (bucket_id = 'organisation-files' and objects.name ~ '^[0-9a-f-]{36}/[0-9a-f-]{36}$'
    and (storage.foldername(objects.name))[1] in (select k::text from private.organisations_i_keep_files_of() k));
-- No policy for update: bytes that a version names never change, so its checksum stays true.
create policy "admins and leads remove bytes that no version names" on storage.objects for delete to authenticated
  using (bucket_id = 'organisation-files'
    and (storage.foldername(objects.name))[1] in (select k::text from private.organisations_i_keep_files_of() k)
    and not exists (select 1 from public.file_versions v where v.path = objects.name));

-- Bytes that no version names: of a file or an organisation that was deleted, or of an upload that broke off. After a day, so that
-- nothing under way is among them. For the server's daily job. Definer: Storage's own table.
create function public.orphaned_files() returns setof text
language sql stable security definer set search_path = '' as $$
  select o.name from storage.objects o
  where o.bucket_id = 'organisation-files' and o.created_at < now() - interval '1 day'
    and not exists (select 1 from public.file_versions v where v.path = o.name)
  order by o.created_at limit 1000
$$;
revoke all on function public.orphaned_files() from public, anon, authenticated;
grant execute on function public.orphaned_files() to service_role;
