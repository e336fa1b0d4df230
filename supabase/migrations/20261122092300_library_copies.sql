-- A text of the library that a team made its own: as the team has it now, and as the library had it when it was taken.

create table public.library_copies (
  id uuid primary key default gen_random_uuid(),
  team_id uuid not null references public.teams (id) on delete cascade,
  kind text not null check (kind in ('practice', 'scenario', 'section', 'handout')),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60),
  -- The whole text (src/lib/library/schema.ts), about four times the longest that ships.
  document jsonb not null check (jsonb_typeof(document) = 'object' and octet_length(document::text) <= 120000
    and document ->> 'kind' = kind and document ->> 'slug' = slug and char_length(btrim(document ->> 'title')) between 1 and 80),
  -- What the library's newer text is compared with, part by part.
  original jsonb not null check (jsonb_typeof(original) = 'object' and octet_length(original::text) <= 120000
    and original ->> 'kind' = kind and original ->> 'slug' = slug),
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid default auth.uid() references public.people (id) on delete set null,
  -- One of each: a team changes its copy, it does not collect them. Taken twice, it is still one.
  unique (team_id, kind, slug)
);
create index library_copies_changed_by on public.library_copies (changed_by);

alter table public.library_copies enable row level security;

create policy "the team reads its own library" on public.library_copies for select to authenticated
  using (team_id in (select private.my_teams()));
create policy "leads take texts into it" on public.library_copies for insert to authenticated
  with check (team_id in (select private.my_lead_teams()));
create policy "leads change them" on public.library_copies for update to authenticated
  using (team_id in (select private.my_lead_teams())) with check (team_id in (select private.my_lead_teams()));
create policy "leads remove them" on public.library_copies for delete to authenticated
  using (team_id in (select private.my_lead_teams()));

grant select, delete on public.library_copies to authenticated;
grant insert (team_id, kind, slug, document, original), update (document, original) on public.library_copies to authenticated;

comment on table public.library_copies is 'A team''s own copy of a text of the library.';

create function private.count_copy_version() returns trigger
language plpgsql set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.changed_at := now();
  new.changed_by := (select auth.uid());
  return new;
end $$;
revoke all on function private.count_copy_version() from public, anon, authenticated;
create trigger count_copy_version before update on public.library_copies
  for each row execute function private.count_copy_version();
