-- A person: who signs in. One row per account, with the name that others in the same team see.

create table public.people (
  id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null check (char_length(btrim(display_name)) between 1 and 80),
  created_at timestamptz not null default now()
);

alter table public.people enable row level security;

create policy "people change their own name" on public.people for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));

grant select on public.people to authenticated;
grant update (display_name) on public.people to authenticated;
grant select on public.people to service_role;

comment on table public.people is 'A person who signs in; the name is seen by people of the same organisation team.';

-- Definer: runs while the account is being made, when the person has no rights yet.
create function private.welcome_person() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.people (id, display_name)
  values (new.id, left(coalesce(nullif(btrim(new.raw_user_meta_data ->> 'display_name'), ''), 'New member'), 80))
  on conflict (id) do nothing;
  return new;
end $$;
revoke all on function private.welcome_person() from public, anon, authenticated;

create trigger welcome_person after insert on auth.users for each row execute function private.welcome_person();
