-- Scales an organisation has loaded as definition files. The built-in scale is code and needs no row here.

create table public.check_in_scales (
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  version smallint not null check (version between 1 and 9999),
  definition jsonb not null check (jsonb_typeof(definition) = 'object' and pg_column_size(definition) <= 65536),
  loaded_at timestamptz not null default now(),
  primary key (organisation_id, key, version)
);

alter table public.check_in_scales enable row level security;

create policy "members see the scales of their organisation" on public.check_in_scales for select to authenticated
  using (organisation_id in (select private.my_organisations()));
create policy "admins load scales" on public.check_in_scales for insert to authenticated
  with check (organisation_id in (select private.my_admin_organisations()));
create policy "admins remove scales" on public.check_in_scales for delete to authenticated
  using (organisation_id in (select private.my_admin_organisations()));

grant select, delete on public.check_in_scales to authenticated;
-- No update: another text is another version, and a round keeps a copy of the one it began with.
grant insert (organisation_id, key, version, definition) on public.check_in_scales to authenticated;

comment on table public.check_in_scales is 'Scale definition files an admin has loaded for the check-ins of the organisation.';
