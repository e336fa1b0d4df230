-- The curriculum of an organisation, a row a version. A published one never changes: trainings keep the version they began with.

-- Definer: a policy asks it, and who is a trainer stands on a table that shows people their own row only.
create function private.my_trainer_organisations() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select organisation_id from public.organisation_members where person_id = (select auth.uid()) and is_trainer
$$;
revoke all on function private.my_trainer_organisations() from public, anon, authenticated;
grant execute on function private.my_trainer_organisations() to authenticated, service_role;

create table public.curricula (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  -- Counted from 1 in each organisation, by the trigger below.
  version smallint not null default 0,
  title text not null check (char_length(btrim(title)) between 1 and 120),
  -- The whole of it: days, sessions with their plans, handouts (curriculum/schema.ts).
  document jsonb not null check (jsonb_typeof(document) = 'object' and octet_length(document::text) <= 800000),
  -- Set where it is the software's own curriculum, unchanged.
  built_in_version smallint check (built_in_version between 1 and 9999),
  -- What it was made from: "circlewell 1", "version 2".
  based_on text not null default '' check (char_length(based_on) <= 60),
  -- What changed, in the words of the one who published it.
  notes text not null default '' check (char_length(notes) <= 2000),
  created_at timestamptz not null default now(),
  -- Null: a draft.
  published_at timestamptz,
  unique (organisation_id, version),
  unique (id, organisation_id)
);
create unique index curricula_one_draft on public.curricula (organisation_id) where published_at is null;
create unique index curricula_built_in on public.curricula (organisation_id, built_in_version) where built_in_version is not null;

alter table public.curricula enable row level security;

create policy "trainers read the curricula of their organisation" on public.curricula for select to authenticated
  using (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers write a curriculum" on public.curricula for insert to authenticated
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers change a draft" on public.curricula for update to authenticated
  using (organisation_id in (select private.my_trainer_organisations()))
  with check (organisation_id in (select private.my_trainer_organisations()));
create policy "trainers throw a draft away" on public.curricula for delete to authenticated
  using (published_at is null and organisation_id in (select private.my_trainer_organisations()));

grant select, delete on public.curricula to authenticated;
grant insert (organisation_id, title, document, built_in_version, based_on, notes, published_at),
  update (title, document, notes, published_at) on public.curricula to authenticated;

comment on table public.curricula is 'Versions of an organisation''s curriculum; at most one of them a draft.';

-- Definer: counts versions that a policy might hide from the one who writes, who is not checked yet.
create function private.number_curriculum() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    if old.published_at is not null then
      raise exception 'a published curriculum is not changed' using errcode = 'PT409', hint = 'curriculum_published';
    end if;
  else
    perform pg_advisory_xact_lock(hashtextextended('curricula ' || new.organisation_id::text, 0));
    new.version := (select coalesce(max(c.version), 0) + 1 from public.curricula c where c.organisation_id = new.organisation_id);
  end if;
  if new.published_at is not null then new.published_at := now(); end if;
  return new;
end $$;
revoke all on function private.number_curriculum() from public, anon, authenticated;
create trigger number_curriculum before insert or update on public.curricula
  for each row execute function private.number_curriculum();
