-- An organisation, who belongs to it, and the support contacts it shows to everybody.

create table public.organisations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (char_length(btrim(name)) between 1 and 120),
  -- Records are kept this long after someone leaves; six years is usual in the field.
  retention_years smallint not null default 6 check (retention_years between 1 and 30),
  created_at timestamptz not null default now()
);

create table public.organisation_members (
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  person_id uuid not null references public.people (id) on delete cascade,
  is_admin boolean not null default false,
  is_trainer boolean not null default false,
  joined_at timestamptz not null default now(),
  primary key (organisation_id, person_id)
);
create index organisation_members_person on public.organisation_members (person_id);

create table public.support_contacts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references public.organisations (id) on delete cascade,
  position smallint not null check (position between 0 and 99),
  name text not null check (char_length(btrim(name)) between 1 and 120),
  reach text not null check (char_length(btrim(reach)) between 1 and 200),
  note text not null default '' check (char_length(note) <= 300),
  unique (organisation_id, position) deferrable initially immediate
);

alter table public.organisations enable row level security;
alter table public.organisation_members enable row level security;
alter table public.support_contacts enable row level security;

-- Definer: a policy on organisation_members that read organisation_members would ask itself.
create function private.my_organisations() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select organisation_id from public.organisation_members where person_id = (select auth.uid())
$$;
-- Definer: as above.
create function private.my_admin_organisations() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select organisation_id from public.organisation_members where person_id = (select auth.uid()) and is_admin
$$;
revoke all on function private.my_organisations(), private.my_admin_organisations() from public, anon, authenticated;
grant execute on function private.my_organisations(), private.my_admin_organisations() to authenticated, service_role;

create policy "members see their organisation" on public.organisations for select to authenticated
  using (id in (select private.my_organisations()));
create policy "admins rename their organisation" on public.organisations for update to authenticated
  using (id in (select private.my_admin_organisations())) with check (id in (select private.my_admin_organisations()));

create policy "people see their own membership and admins see all of it" on public.organisation_members for select to authenticated
  using (person_id = (select auth.uid()) or organisation_id in (select private.my_admin_organisations()));
create policy "admins give and take the admin and trainer roles" on public.organisation_members for update to authenticated
  using (organisation_id in (select private.my_admin_organisations()))
  with check (organisation_id in (select private.my_admin_organisations()));
create policy "people leave and admins remove" on public.organisation_members for delete to authenticated
  using (person_id = (select auth.uid()) or organisation_id in (select private.my_admin_organisations()));

create policy "members see the support contacts" on public.support_contacts for select to authenticated
  using (organisation_id in (select private.my_organisations()));
create policy "admins add support contacts" on public.support_contacts for insert to authenticated
  with check (organisation_id in (select private.my_admin_organisations()));
create policy "admins change support contacts" on public.support_contacts for update to authenticated
  using (organisation_id in (select private.my_admin_organisations()))
  with check (organisation_id in (select private.my_admin_organisations()));
create policy "admins remove support contacts" on public.support_contacts for delete to authenticated
  using (organisation_id in (select private.my_admin_organisations()));

grant select on public.organisations, public.organisation_members, public.support_contacts to authenticated;
grant update (name, retention_years) on public.organisations to authenticated;
grant update (is_admin, is_trainer) on public.organisation_members to authenticated;
grant delete on public.organisation_members to authenticated;
grant insert (organisation_id, position, name, reach, note), update (position, name, reach, note), delete on public.support_contacts to authenticated;

comment on table public.organisations is 'An organisation: its teams share support contacts and a retention period.';
comment on table public.organisation_members is 'Who belongs to an organisation, and who is its admin or a trainer.';
comment on table public.support_contacts is 'Shown to every member, the same to all, never set off by an answer.';

-- Definer: counts admins that the person who leaves may not be allowed to see.
create function private.keep_an_admin() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not old.is_admin or (tg_op = 'UPDATE' and new.is_admin) then return coalesce(new, old); end if;
  -- The organisation or the person is going altogether: nothing to keep.
  perform 1 from public.organisations where id = old.organisation_id for update;
  if not found then return old; end if;
  if not exists (select 1 from public.people where id = old.person_id) then return old; end if;
  if not exists (select 1 from public.organisation_members m
                 where m.organisation_id = old.organisation_id and m.is_admin and m.person_id <> old.person_id) then
    raise exception 'the last admin cannot leave the organisation without one' using errcode = 'PT409', hint = 'last_admin';
  end if;
  return coalesce(new, old);
end $$;
revoke all on function private.keep_an_admin() from public, anon, authenticated;
create trigger keep_an_admin before update or delete on public.organisation_members
  for each row execute function private.keep_an_admin();
